package org.localityvoice.survey;

import java.util.List;
import java.util.Map;

/**
 * The figure of the performance framework that an item gives: the share of the positive options
 * among those inside the base.
 *
 * @param series wording, scale, order, mode and boundary in one identity; figures of different
 *     series are never compared
 * @param direction {@code higher-is-better} or {@code lower-is-better}
 * @param central one of the framework's nine or ten central measures
 */
public record Measure(
    String id,
    String series,
    String theme,
    Map<String, String> title,
    String direction,
    List<String> positive,
    boolean central) {
  public Measure {
    title = Map.copyOf(title);
    positive = List.copyOf(positive);
  }
}
