package org.localityvoice.report;

import java.util.Locale;

/**
 * Why something will not be done. "No" alone is no answer, so all three parts must be there.
 *
 * @param decidedBy the named person or post that owns the decision
 * @param instead where to go, or what to do, instead
 */
public record Refusal(Reason reason, String decidedBy, String instead) {
  /** Why, in a word that can be counted. */
  public enum Reason {
    NOT_RESPONSIBLE,
    UNABLE_TO_FIX,
    NO_FURTHER_ACTION,
    REFERRED,
    NOT_FOUND,
    CANCELLED;

    /** The name in the contract. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
