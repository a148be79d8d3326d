package org.localityvoice.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A published questionnaire. A version never changes once it is there; a change of wording, scale
 * or order is a new version.
 *
 * @param id {@code <name>@<version>}, the key of this version
 * @param name the questionnaire, over all versions
 * @param languages tags (RFC 5646) for which every text is there
 * @param strata asked first, to weight by
 * @param modes the ways it may be answered in; all of them where nothing is said
 * @param publication how it was published from a draft; null where it came with an area file
 */
public record Questionnaire(
    @BsonId String id,
    String name,
    int version,
    List<String> languages,
    Map<String, String> title,
    Map<String, String> introduction,
    List<Stratum> strata,
    List<Question> questions,
    List<String> modes,
    @Nullable Publication publication) {
  /** Every way of answering. */
  public static final List<String> MODES = List.of("app", "qr", "paper", "warden");

  public Questionnaire {
    languages = List.copyOf(languages);
    title = Map.copyOf(title);
    introduction = Map.copyOf(introduction);
    strata = List.copyOf(strata);
    questions = List.copyOf(questions);
    modes = List.copyOf(Objects.requireNonNullElse(modes, MODES));
  }

  /**
   * How a version was published.
   *
   * @param key of the request, by which its retry is known
   * @param draftVersion the draft's version that it was made of
   * @param role of who published it
   * @param boundaries the boundary sets of the area at the time, in order; part of every series
   */
  public record Publication(
      String key, long draftVersion, String role, Instant at, List<String> boundaries) {
    public Publication {
      boundaries = List.copyOf(boundaries);
    }
  }

  /** The original, which wordings are compared in: the first of the languages. */
  @BsonIgnore
  public String original() {
    return languages.get(0);
  }

  /** The same with other questions. */
  public Questionnaire asking(List<Question> others) {
    return new Questionnaire(
        id, name, version, languages, title, introduction, strata, others, modes, publication);
  }

  /** The same, published. */
  public Questionnaire published(Publication how) {
    return new Questionnaire(
        id, name, version, languages, title, introduction, strata, questions, modes, how);
  }

  /** The key of a version. */
  public static String key(String name, int version) {
    return name + "@" + version;
  }

  /** A choice; those outside the base are counted but are no part of a percentage. */
  public record Option(String id, Map<String, String> label, boolean outsideBase) {
    public Option {
      label = Map.copyOf(label);
    }
  }

  /** A dimension that population margins are known for. */
  public record Stratum(String id, Map<String, String> label, List<Option> options) {
    public Stratum {
      label = Map.copyOf(label);
      options = List.copyOf(options);
    }
  }

  /**
   * One thing that is counted: a single question, a row of a grid, an option of a question that
   * takes several, a scale, or the bands of a number or date.
   *
   * @param key {@code SAFE_DAY}, {@code ASB_PROBLEM/LITTER} or {@code SEEN/fly-tipping}
   * @param followUp whether it is asked under a condition, so that its base is only some people
   */
  public record Item(
      String key, List<Option> options, Optional<Measure> measure, boolean followUp) {}

  /** Everything that is counted, in the order of the questionnaire. */
  @BsonIgnore
  public List<Item> items() {
    return questions.stream().flatMap(question -> Choices.items(question).stream()).toList();
  }
}
