package org.localityvoice.pmf.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One measure of the performance framework.
 *
 * @param title by language tag, English always among them
 * @param unit percent, hours, days, count, per-1000, index or pounds
 * @param direction {@code higher-is-better} or {@code lower-is-better}
 * @param central one of the framework's nine or ten central measures
 * @param source where its figures are from; {@link #COUNCIL} where staff enter them, or nobody does
 * @param baselines where things stood at the start
 * @param targets where they should stand
 * @param says what the people who are counted say of themselves, by language tag: {@code feel safe
 *     after dark}; absent where a sentence is made with the title
 * @param lens whether it counts in the lens of what people feel; absent for no
 */
public record CatalogueMeasure(
    String id,
    String theme,
    Map<String, String> title,
    String unit,
    String direction,
    boolean central,
    String source,
    List<Mark> baselines,
    List<Mark> targets,
    @Nullable Map<String, String> says,
    @Nullable Boolean lens) {

  /** The source of figures that the council has elsewhere and enters, or leaves. */
  public static final String COUNCIL = "council";

  private static final String ENGLISH = "en";
  static final String PERCENT = "percent";
  static final int WHOLE = 100;

  public CatalogueMeasure {
    title = Map.copyOf(title);
    baselines = List.copyOf(baselines);
    targets = List.copyOf(targets);
  }

  /**
   * A value at a time.
   *
   * @param locality that it is for; absent where it is for all of them
   * @param period a quarter
   */
  public record Mark(@Nullable String locality, String period, double value) {}

  /** The title in a language, else in English. */
  public String title(String language) {
    return title.getOrDefault(language, title.getOrDefault(ENGLISH, id));
  }

  /** What the people who are counted say of themselves, in that language. */
  public Optional<String> says(String language) {
    return Optional.ofNullable(says).map(words -> words.get(language));
  }

  /** Whether it counts in the lens of what people feel. */
  public boolean inLens() {
    return Boolean.TRUE.equals(lens);
  }

  /** Whether an improvement makes the figure larger. */
  public boolean higherIsBetter() {
    return direction.equals("higher-is-better");
  }

  /** Whether its figures are entered by staff. */
  boolean entered() {
    return source.equals(COUNCIL);
  }
}
