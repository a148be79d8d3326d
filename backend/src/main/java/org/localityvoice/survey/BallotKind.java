package org.localityvoice.survey;

import java.util.List;

/** Where a ballot came from. It is sealed accordingly, so that a mode is more than what is said. */
enum BallotKind {
  /** Taken by somebody who had signed in. */
  SIGNED_IN("seal"),
  /** Taken with a printed code, alone or with a warden's help. */
  PRINTED("seal-printed"),
  /** Taken with the number of a paper form. */
  PAPER("seal-paper");

  private final String seal;

  BallotKind(String seal) {
    this.seal = seal;
  }

  /** Keeps the seals of the kinds apart. */
  String seal() {
    return seal;
  }

  /** The modes an answer with it may have. */
  List<String> modes() {
    return switch (this) {
      case SIGNED_IN -> List.of("app", "qr", "warden");
      case PRINTED -> List.of("qr", "warden");
      case PAPER -> List.of("paper");
    };
  }
}
