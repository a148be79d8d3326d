package org.localityvoice.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.localityvoice.http.Json;
import org.localityvoice.survey.Questionnaire.Option;

/**
 * What must stay the same for the figures of a measure to be compared: wording, scale, order, mode
 * and boundary, and whom it is asked. Two questionnaires with an equal contract for a measure make
 * one series of it; if anything differs they make two.
 *
 * <p>Wordings count in the original language, the first of the questionnaire's. Translations do
 * not: to correct one, or to add a language, keeps the series. Otherwise nobody would mend a wrong
 * translation, since it would cost the whole trend; and what matters to the figure, how many
 * answered in which language, is shown with it. Order is which questions, and which rows, come
 * before. The title, the introduction and the measure's own title are no part of it.
 */
public record SeriesContract(
    String wording, String scale, String order, String asked, String mode, String boundary) {

  /**
   * The contract of a measure.
   *
   * @param boundaries the boundary sets of the area
   */
  public static SeriesContract of(Questionnaire form, Place place, List<String> boundaries) {
    var question = place.question();
    var before =
        form.questions().stream().takeWhile(one -> !one.equals(question)).map(Question::id);
    return new SeriesContract(
        Json.text(wording(place, form.original())),
        Json.text(scale(question, place.measure(), form.original())),
        Json.text(List.of(before.toList(), place.before())),
        Json.text(asked(question)),
        Json.text(new TreeSet<>(form.modes())),
        Json.text(new TreeSet<>(boundaries)));
  }

  /**
   * Where a measure stands.
   *
   * @param part the row or option it is the measure of; empty for a whole question
   * @param label of that part, by language
   * @param before the rows that come before it
   */
  public record Place(
      Question question,
      Measure measure,
      String part,
      Map<String, String> label,
      List<String> before) {}

  /** Everything that is measured in a questionnaire, in its order. */
  public static List<Place> places(Questionnaire form) {
    var places = new ArrayList<Place>();
    form.questions()
        .forEach(
            question ->
                Measures.map(
                    question,
                    (measure, part) -> {
                      places.add(place(question, measure, part));
                      return measure;
                    }));
    return places;
  }

  private static Place place(Question question, Measure measure, String part) {
    if (question instanceof Question.Grid grid) {
      var ids = grid.rows().stream().map(Question.Row::id).toList();
      var at = ids.indexOf(part);
      return new Place(question, measure, part, grid.rows().get(at).label(), ids.subList(0, at));
    } else if (question instanceof Question.Multiple multiple) {
      var option = multiple.options().stream().filter(one -> one.id().equals(part)).findFirst();
      var label = option.map(Option::label).orElse(Map.of());
      return new Place(question, measure, part, label, List.of());
    }
    return new Place(question, measure, part, Map.of(), List.of());
  }

  private static List<String> wording(Place place, String original) {
    return List.of(
        place.question().text().getOrDefault(original, ""),
        place.part(),
        place.label().getOrDefault(original, ""));
  }

  /** The question without wording and conditions: what may be answered, and what is positive. */
  private static Map<String, Object> scale(Question question, Measure measure, String original) {
    var scale = new TreeMap<String, Object>();
    var tree = Json.tree(question);
    for (var field :
        List.of(
            "type", "from", "to", "least", "most", "fewest", "decimals", "earliest", "latest")) {
      scale.put(field, tree.path(field));
    }
    for (var field : List.of("options", "others", "bands")) {
      var choices = new ArrayList<Object>();
      tree.path(field)
          .forEach(
              option ->
                  choices.add(
                      List.of(
                          option.path("id"),
                          option.path("label").path(original).asText(),
                          option.path("outsideBase").asBoolean(),
                          option.path("from").asText())));
      scale.put(field, choices);
    }
    for (var field : List.of("lowest", "highest")) {
      scale.put(field, tree.path(field).path(original).asText());
    }
    scale.put("positive", new TreeSet<>(measure.positive()));
    return scale;
  }

  private static Map<String, Object> asked(Question question) {
    var tree = Json.tree(question);
    var asked = new TreeMap<String, Object>();
    for (var field : List.of("askIf", "showIf", "requiredIf")) {
      asked.put(field, tree.path(field));
    }
    return asked;
  }

  /**
   * What of a measure's contract differs between two versions, in words of the contract; nothing
   * where one of them does not have it. A version that came with an area file is taken to be of the
   * boundaries of the other.
   */
  public static List<String> differences(Questionnaire one, Questionnaire other, String measure) {
    var here = boundaries(one, other);
    var there = boundaries(other, one);
    return place(one, measure)
        .flatMap(
            its ->
                place(other, measure)
                    .map(then -> of(one, its, here).differences(of(other, then, there))))
        .orElse(List.of());
  }

  private static Optional<Place> place(Questionnaire form, String measure) {
    return places(form).stream().filter(one -> one.measure().id().equals(measure)).findFirst();
  }

  private static List<String> boundaries(Questionnaire one, Questionnaire other) {
    return Stream.of(one, other)
        .flatMap(form -> Optional.ofNullable(form.publication()).stream())
        .map(Questionnaire.Publication::boundaries)
        .findFirst()
        .orElse(List.of());
  }

  /** What differs from another contract, in words of the contract. */
  public List<String> differences(SeriesContract other) {
    var parts = new LinkedHashMap<String, Boolean>();
    parts.put("wording", wording.equals(other.wording));
    parts.put("scale", scale.equals(other.scale));
    parts.put("order", order.equals(other.order));
    parts.put("asked", asked.equals(other.asked));
    parts.put("mode", mode.equals(other.mode));
    parts.put("boundary", boundary.equals(other.boundary));
    return parts.entrySet().stream()
        .filter(part -> !part.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Eight hexadecimal digits that tell it from others of the same measure. */
  public String mark(String measure) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var text = measure + "\n" + Json.text(this);
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
