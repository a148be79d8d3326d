package org.localityvoice.pmf.catalogue;

import java.util.List;
import java.util.Map;
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
    List<Mark> targets) {

  /** The source of figures that the council has elsewhere and enters, or leaves. */
  public static final String COUNCIL = "council";

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

  /** Whether an improvement makes the figure larger. */
  public boolean higherIsBetter() {
    return direction.equals("higher-is-better");
  }

  /** Whether its figures are entered by staff. */
  boolean entered() {
    return source.equals(COUNCIL);
  }
}
