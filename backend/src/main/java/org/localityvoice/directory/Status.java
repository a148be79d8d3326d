package org.localityvoice.directory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a service is given at present. The words are those of Open Referral. */
public enum Status {
  @JsonProperty("active")
  ACTIVE("active"),
  @JsonProperty("inactive")
  INACTIVE("inactive"),
  @JsonProperty("defunct")
  DEFUNCT("defunct"),
  @JsonProperty("temporarily-closed")
  TEMPORARILY_CLOSED("temporarily closed");

  private final String openReferral;

  Status(String openReferral) {
    this.openReferral = openReferral;
  }

  /** As Open Referral UK 3.0 writes it. */
  public String openReferral() {
    return openReferral;
  }
}
