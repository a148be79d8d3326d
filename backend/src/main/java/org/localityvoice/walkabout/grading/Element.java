package org.localityvoice.walkabout.grading;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is looked at by itself, such as litter.
 *
 * @param id in the area file
 * @param theme of the area that its figures belong to
 * @param name by language
 * @param category of reports that a finding about it becomes; absent where there is none
 * @param mayNotApply whether a grader may say that it does not apply
 * @param retired whether the area file has it no more; it is kept for what was graded
 */
public record Element(
    String id,
    String theme,
    Map<String, String> name,
    @Nullable String category,
    boolean mayNotApply,
    boolean retired) {

  public Element {
    name = Map.copyOf(name);
  }

  /** The category that reports about it have. */
  public Optional<String> reportCategory() {
    return Optional.ofNullable(category);
  }

  /** The same, as one that is no longer graded. */
  public Element retire() {
    return new Element(id, theme, name, category, mayNotApply, true);
  }
}
