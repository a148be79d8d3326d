package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Characters that have no business in what staff publish: controls, halves of characters, what XML
 * 1.0 (fifth edition, §2.2) cannot hold and a workbook would therefore lose, and the two that turn
 * the order of the text after them round (UAX #9, overrides), so that it reads as what it does not
 * say. Languages that are written from right to left need none of these: marks, embeddings and
 * isolates are left alone. What residents write is tidied instead, by {@link PlainText}.
 */
public final class OddCharacters {
  /** Allowed in a text of one line: no control at all. */
  public static final String ONE_LINE = "";

  /** Allowed in a text of several lines. */
  public static final String LINES = "\n";

  /** Allowed between the pieces of a condition. */
  public static final String BETWEEN = "\t\n\r";

  private OddCharacters() {}

  /**
   * The first odd character of a text.
   *
   * @param point its code point, such as {@code U+0007}
   * @param position counted from 1, in characters
   */
  public record Found(String point, int position) {}

  /**
   * The first odd character of a text.
   *
   * @param allowed controls that may stand in it
   */
  public static Optional<Found> first(String text, String allowed) {
    var points = text.codePoints().toArray();
    for (var i = 0; i < points.length; i++) {
      if (odd(points[i]) && allowed.indexOf(points[i]) < 0) {
        return Optional.of(new Found(String.format(Locale.ROOT, "U+%04X", points[i]), i + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * What is wrong with a text of one line that holds one.
   *
   * @param place its JSON pointer
   */
  public static Optional<Violation> fault(String text, String place) {
    return first(text, ONE_LINE).map(found -> violation(place, found));
  }

  /** The same, as a refusal of what was sent. */
  public static void refuse(String text, String place) {
    fault(text, place)
        .ifPresent(
            found -> {
              throw Problem.invalid(List.of(found));
            });
  }

  private static boolean odd(int point) {
    return Character.isISOControl(point)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        || point == 0xFFFE
        || point == 0xFFFF
        || point == 0x202D
        || point == 0x202E;
  }

  /**
   * Every text and name of a tree that holds one, by pointer.
   *
   * @param allowed controls that may stand in a text, by its pointer
   */
  public static List<Violation> faults(JsonNode tree, UnaryOperator<String> allowed) {
    var faults = new ArrayList<Violation>();
    collect("", tree, allowed, faults);
    return List.copyOf(faults);
  }

  private static void collect(
      String place, JsonNode node, UnaryOperator<String> allowed, List<Violation> faults) {
    if (node.isTextual()) {
      first(node.textValue(), allowed.apply(place)).ifPresent(found -> add(place, found, faults));
    }
    for (var i = 0; i < node.size() && node.isArray(); i++) {
      collect(place + "/" + i, node.path(i), allowed, faults);
    }
    node.properties()
        .forEach(
            entry -> {
              var at = place + Violation.step(entry.getKey());
              first(entry.getKey(), ONE_LINE).ifPresent(found -> add(at, found, faults));
              collect(at, entry.getValue(), allowed, faults);
            });
  }

  private static void add(String place, Found found, List<Violation> faults) {
    faults.add(violation(place, found));
  }

  private static Violation violation(String place, Found found) {
    return Violation.at(place, "odd-character", found.point(), found.position());
  }
}
