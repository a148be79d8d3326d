package org.localityvoice.pmf.pull;

/**
 * The codes of SDMX that are used here (CL_OBS_STATUS, and of CL_CONF_STATUS F and C). The codes
 * that tell primary from secondary confidentiality (A and D) are never given: they would tell an
 * attacker which figure is the small one.
 */
enum ObservationStatus {
  NORMAL("A", "Normal value"),
  BREAK("B", "Time series break"),
  LOW_RELIABILITY("U", "Low reliability"),
  SUPPRESSED("Q", "Missing value; suppressed"),
  MISSING("O", "Missing value");

  private final String code;
  private final String words;

  ObservationStatus(String code, String words) {
    this.code = code;
    this.words = words;
  }

  String code() {
    return code;
  }

  String words() {
    return words;
  }

  /** F, free for publication, or C, confidential. */
  String confidentiality() {
    return this == SUPPRESSED ? "C" : "F";
  }
}
