package org.localityvoice.mongo;

/**
 * What a pure decision about a document comes to.
 *
 * @param <T> the document
 * @param <R> the answer to whoever asked
 */
public sealed interface Decision<T, R> {
  /** What the caller is told. */
  R answer();

  /** Nothing changes. */
  record Keep<T, R>(R answer) implements Decision<T, R> {}

  /** The document is replaced; {@code next} carries the next version. */
  record Replace<T, R>(T next, R answer) implements Decision<T, R> {}

  static <T, R> Decision<T, R> keep(R answer) {
    return new Keep<>(answer);
  }

  static <T, R> Decision<T, R> replace(T next, R answer) {
    return new Replace<>(next, answer);
  }
}
