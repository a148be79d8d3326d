package org.localityvoice.event.attendance;

import java.util.Optional;

/** One item of a batch as it was sent. */
sealed interface Sent {
  /** Its id, if it has one. */
  Optional<String> id();

  /**
   * It is as the contract has it.
   *
   * @param whom ticket or guest
   */
  record Fit(Item item, Whom whom) implements Sent {
    @Override
    public Optional<String> id() {
      return Optional.of(item.id());
    }
  }

  /** It is not. */
  record Unfit(Optional<String> id) implements Sent {}

  /** Of whom an item is. */
  sealed interface Whom {
    /** Whoever shows this text. */
    record ByTicket(String text) implements Whom {}

    /** Somebody on the roster, by their name there. */
    record ByGuest(String guest) implements Whom {}
  }
}
