package org.localityvoice.perception.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Merge;

/** Merges as they are typed: {@code age_band:16-34+35-49}. Names may hold a plus or colon too. */
public final class MergeText {
  private MergeText() {}

  /**
   * The merges, each naming what the margins have.
   *
   * @throws IllegalArgumentException with what is wrong, as a sentence
   */
  public static List<Merge> read(List<String> texts, Margins margins) {
    var merges = new ArrayList<Merge>();
    for (var text : texts) {
      var merge = read(text, margins);
      for (var other : merges) {
        if (other.dimension().equals(merge.dimension())) {
          merge.categories().stream()
              .filter(other.categories()::contains)
              .findFirst()
              .ifPresent(
                  twice -> {
                    throw new IllegalArgumentException(
                        "--merge names " + twice + " of " + merge.dimension() + " twice.");
                  });
        }
      }
      merges.add(merge);
    }
    return List.copyOf(merges);
  }

  private static Merge read(String text, Margins margins) {
    var dimension =
        margins.dimensions().stream()
            .filter(name -> text.startsWith(name + ":"))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--merge "
                            + CsvFault.quoted(text)
                            + " must begin with a dimension of the margins and a colon: "
                            + String.join(", ", margins.dimensions())
                            + "."));
    var known = List.copyOf(margins.of(dimension).keySet());
    var rest = text.substring(dimension.length() + 1);
    return new Merge(
        dimension,
        split(rest, known, List.of())
            .filter(parts -> parts.size() > 1)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--merge "
                            + CsvFault.quoted(text)
                            + " must join two or more different categories of "
                            + dimension
                            + " with +: "
                            + String.join(", ", known)
                            + ".")));
  }

  private static Optional<List<String>> split(String rest, List<String> known, List<String> found) {
    for (var category : known) {
      if (rest.startsWith(category) && !found.contains(category)) {
        var longer = new ArrayList<>(found);
        longer.add(category);
        var left = rest.substring(category.length());
        if (left.isEmpty()) {
          return Optional.of(longer);
        }
        var parts =
            left.startsWith("+")
                ? split(left.substring(1), known, longer)
                : Optional.<List<String>>empty();
        if (parts.isPresent()) {
          return parts;
        }
      }
    }
    return Optional.empty();
  }
}
