package org.localityvoice.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A need.
 *
 * @param name by language tag, English among them
 * @param broader id of the need that this one belongs to, in the same taxonomy
 * @param words what people say when they mean it, in any language
 */
public record Term(
    String id,
    Map<String, String> name,
    String description,
    @Nullable String broader,
    List<String> words) {
  public Term {
    name = Lists.of(name);
    words = Lists.of(words);
  }
}
