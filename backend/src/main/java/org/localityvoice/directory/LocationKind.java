package org.localityvoice.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What sort of place it is. The words are those of Open Referral. */
public enum LocationKind {
  @JsonProperty("physical")
  PHYSICAL,
  @JsonProperty("postal")
  POSTAL,
  @JsonProperty("virtual")
  VIRTUAL;

  /** The name in the contract and in Open Referral: {@code physical}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }
}
