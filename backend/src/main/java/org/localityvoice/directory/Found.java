package org.localityvoice.directory;

import java.util.List;

/**
 * What a service is found by. It follows from the service and what it refers to, and is written
 * with the service so that an index can hold it.
 *
 * @param tokens see {@link Token}; none while the service is not to be found
 * @param order where it stands in lists: the fresher first, then by name; unique
 * @param keeper id of the partner who keeps its organisation
 * @param fromAge whom it is for; 0 where nothing is said
 * @param toAge likewise 120
 * @param points where it is given
 */
public record Found(
    List<String> tokens, String order, String keeper, int fromAge, int toAge, List<Point> points) {
  public Found {
    tokens = List.copyOf(tokens);
    points = List.copyOf(points);
  }
}
