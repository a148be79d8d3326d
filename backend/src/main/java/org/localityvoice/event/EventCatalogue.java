package org.localityvoice.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What an area file brings for events.
 *
 * @param id always the same
 * @param activities in the order of the file, those that it has no more behind
 * @param venues likewise
 */
public record EventCatalogue(@BsonId String id, List<Activity> activities, List<Venue> venues) {
  static final String ONLY = "catalogue";

  public EventCatalogue {
    activities = List.copyOf(activities);
    venues = List.copyOf(venues);
  }

  static EventCatalogue of(List<Activity> activities, List<Venue> venues) {
    return new EventCatalogue(ONLY, activities, venues);
  }

  /** The activity of that id; also one that is retired. */
  public Optional<Activity> activity(String activityId) {
    return activities.stream().filter(one -> one.id().equals(activityId)).findFirst();
  }

  /** The venue of that id; also one that is retired. */
  public Optional<Venue> venue(String venueId) {
    return venues.stream().filter(one -> one.id().equals(venueId)).findFirst();
  }

  /** The next one, with what this one had and the next has not, retired. */
  EventCatalogue followedBy(EventCatalogue next) {
    return of(
        kept(activities, next.activities, Activity::id, Activity::retire),
        kept(venues, next.venues, Venue::id, Venue::retire));
  }

  private static <T> List<T> kept(
      List<T> before, List<T> next, Function<T, String> id, UnaryOperator<T> retire) {
    var all = new ArrayList<>(next);
    var there = next.stream().map(id).toList();
    before.stream().filter(one -> !there.contains(id.apply(one))).map(retire).forEach(all::add);
    return all;
  }
}
