package org.localityvoice.directory.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What partners tell each other of a service.
 *
 * @param referralRoute how to refer somebody
 * @param thresholdOfNeed from what need on it is the right place
 * @param linkWorker whom partners call
 */
public record PartnerContent(
    @Nullable String referralRoute,
    @Nullable String thresholdOfNeed,
    @Nullable Capacity capacity,
    @Nullable LinkWorker linkWorker) {

  /**
   * Whether it takes people now.
   *
   * @param waitWeeks how long they wait as a rule
   */
  public record Capacity(State state, @Nullable Integer waitWeeks) {
    /** How many it takes. */
    public enum State {
      @JsonProperty("open")
      OPEN,
      @JsonProperty("limited")
      LIMITED,
      @JsonProperty("full")
      FULL
    }
  }

  /** A person who has agreed to be called by partners. */
  public record LinkWorker(String name, @Nullable String phone, @Nullable String email) {}
}
