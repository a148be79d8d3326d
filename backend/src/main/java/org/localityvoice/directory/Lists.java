package org.localityvoice.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request may leave out is empty. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  static <K, V> Map<K, V> of(@Nullable Map<K, V> given) {
    return given == null ? Map.of() : Map.copyOf(given);
  }
}
