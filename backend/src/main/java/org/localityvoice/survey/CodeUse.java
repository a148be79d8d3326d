package org.localityvoice.survey;

import java.util.Locale;

/** What a printed code is for: a phone without an account, or a form of paper. */
public enum CodeUse {
  QR,
  PAPER;

  /** The name in the contract. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CodeUse of(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }

  /** The seal of its ballots. */
  BallotKind kind() {
    return this == QR ? BallotKind.PRINTED : BallotKind.PAPER;
  }
}
