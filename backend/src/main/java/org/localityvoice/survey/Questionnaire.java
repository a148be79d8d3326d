package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonIgnore;

/**
 * A published questionnaire. A version never changes once it is there; a change of wording, scale
 * or order is a new version.
 *
 * @param id {@code <name>@<version>}, the key of this version
 * @param name the questionnaire, over all versions
 * @param languages tags (RFC 5646) for which every text is there
 * @param strata asked first, to weight by
 */
public record Questionnaire(
    @BsonId String id,
    String name,
    int version,
    List<String> languages,
    Map<String, String> title,
    Map<String, String> introduction,
    List<Stratum> strata,
    List<Question> questions) {

  public Questionnaire {
    languages = List.copyOf(languages);
    title = Map.copyOf(title);
    introduction = Map.copyOf(introduction);
    strata = List.copyOf(strata);
    questions = List.copyOf(questions);
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
   * One thing that is counted: a single question, or one row of a grid.
   *
   * @param key {@code SAFE_DAY} or {@code ASB_PROBLEM/LITTER}
   */
  public record Item(String key, List<Option> options, Optional<Measure> measure) {}

  /** Everything that is counted, in the order of the questionnaire. */
  @BsonIgnore
  public List<Item> items() {
    var items = new ArrayList<Item>();
    for (var question : questions) {
      if (question instanceof Question.Grid grid) {
        grid.rows()
            .forEach(
                row ->
                    items.add(
                        new Item(
                            grid.id() + "/" + row.id(),
                            grid.options(),
                            Optional.ofNullable(row.measure()))));
      } else if (question instanceof Question.Single single) {
        items.add(new Item(single.id(), single.options(), Optional.ofNullable(single.measure())));
      }
    }
    return List.copyOf(items);
  }
}
