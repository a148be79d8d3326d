package org.localityvoice.operational;

import java.util.Optional;
import org.localityvoice.mongo.Versioned;

/**
 * The figures of a quarter on their way to the performance framework: proposed by one person,
 * published by another. Its id is made by the client, so that a retry finds the first try.
 */
public interface Statement extends Versioned {
  /** Id of the locality. */
  String locality();

  /** The quarter, such as {@code 2026-Q3}. */
  String period();

  /** 1 for the first statement of the quarter. */
  int revision();

  /** Whether it is out. */
  StatementState state();

  /** Uid of the proposer, to tell a second person from the first. */
  String proposer();

  /** The revision that follows the latest one, if there is one. */
  static int revisionAfter(Optional<? extends Statement> last) {
    return last.map(Statement::revision).orElse(0) + 1;
  }
}
