package org.localityvoice.walkabout.measure;

import java.util.Locale;
import org.localityvoice.walkabout.grading.WalkaboutIndex;

/**
 * A figure that the performance framework (PMF) is offered: the index of an element, or of a theme
 * the share of findings that were verified on time.
 *
 * @param id in the framework
 * @param series names its definition; a changed definition is another series
 * @param theme that the area file gives the element
 * @param direction {@code higher-is-better} or {@code lower-is-better}
 */
public record WalkaboutMeasure(
    String id, String series, String theme, String direction, String unit) {
  static final String INDEX = "index";

  /** The index of an element. */
  static WalkaboutMeasure index(String element, String theme) {
    return new WalkaboutMeasure(
        "PMF-WALKABOUT-" + element.toUpperCase(Locale.ROOT),
        WalkaboutIndex.METHOD + "-" + element,
        theme,
        "lower-is-better",
        INDEX);
  }

  /** How many findings of a theme's elements were verified on time. */
  static WalkaboutMeasure onTime(String theme) {
    return new WalkaboutMeasure(
        "PMF-WALKABOUT-ON-TIME-" + theme.toUpperCase(Locale.ROOT),
        "walkabout-on-time-1-" + theme,
        theme,
        "higher-is-better",
        "percent");
  }
}
