package org.localityvoice.pledge;

import java.time.LocalDate;
import java.util.Locale;

/** What an entry of the feed is about. */
sealed interface About permits Perceptions.Perceived, About.Problems, About.Findings {

  /**
   * So many problems of a category that were reported in a quarter.
   *
   * @param category its id; empty for all kinds together
   */
  record Problems(CountedQuarter quarter, String category, Counted counted, int count)
      implements About {}

  /**
   * So many findings of an element in a month.
   *
   * @param at the last day that counts
   */
  record Findings(
      String locality, VerifiedFindings.Found found, LocalDate at, Checked checked, int count)
      implements About {}

  /** What of the figures about reports is told. */
  enum Counted {
    /** Reported, duplicates left out. */
    PROBLEMS(Part.YOU_SAID),
    /** Somebody affected, or a warden, has confirmed that it is done. */
    CONFIRMED(Part.WE_DID),
    /** The owner says that it is done, and nobody else has said anything to that. */
    SAID_DONE(Part.NOT_CLEAR_YET),
    /** It was said to be done, and somebody affected or a warden says that it is not. */
    SAID_DONE_DISPUTED(Part.NOT_CLEAR_YET);

    private final Part part;

    Counted(Part part) {
      this.part = part;
    }

    Part part() {
      return part;
    }

    /** The id in the figures: {@code said-done-disputed}. */
    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What of the findings of walkabouts is told. */
  enum Checked {
    VERIFIED(Part.WE_DID),
    CLAIMED(Part.NOT_CLEAR_YET),
    REOPENED(Part.NOT_CLEAR_YET);

    private final Part part;

    Checked(Part part) {
      this.part = part;
    }

    Part part() {
      return part;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    int of(VerifiedFindings.Found found) {
      return switch (this) {
        case VERIFIED -> found.verified();
        case CLAIMED -> found.claimed();
        case REOPENED -> found.reopened();
      };
    }
  }
}
