package org.localityvoice.locality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How problems are reported in an area, and how they are dealt with.
 *
 * @param workingTime the hours that promises are counted in
 * @param outside whom to turn to about a place outside the area
 * @param categories in the order they are shown
 * @param templates ready-made replies of staff
 */
public record Reporting(
    WorkingTime workingTime,
    Text outside,
    List<Category> categories,
    List<ResponseTemplate> templates) {

  private static final Reporting NONE =
      new Reporting(WorkingTime.USUAL, new Text(Map.of()), List.of(), List.of());

  public Reporting {
    categories = List.copyOf(categories);
    templates = List.copyOf(templates);
  }

  /** Of an area in which nothing can be reported. */
  public static Reporting none() {
    return NONE;
  }

  /** The category of that id. */
  public Optional<Category> category(String categoryId) {
    return categories.stream().filter(category -> category.id().equals(categoryId)).findFirst();
  }

  /** The languages that everything shown to residents is written in, English among them. */
  public Set<String> languages() {
    if (categories.isEmpty()) {
      return Set.of(Text.ENGLISH);
    }
    var texts = Stream.concat(Stream.of(outside), categories.stream().flatMap(Category::texts));
    return Text.languages(texts);
  }
}
