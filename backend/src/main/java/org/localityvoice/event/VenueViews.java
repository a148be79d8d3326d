package org.localityvoice.event;

import java.util.List;
import java.util.Optional;

/** The activities and venues that the area file offers now, in one language. */
final class VenueViews {
  private VenueViews() {}

  private record ActivityView(String id, String name, Optional<String> broader) {}

  private record SpaceView(String id, String name, int capacity, int setUpMinutes) {}

  private record VenueView(
      String id,
      String name,
      String locality,
      String address,
      double latitude,
      double longitude,
      List<String> accessibility,
      List<SpaceView> spaces) {}

  private record All(List<ActivityView> activities, List<VenueView> venues) {}

  static Object of(EventViews views) {
    var language = views.language();
    return new All(
        views.catalogue().activities().stream()
            .filter(one -> !one.retired())
            .map(
                one ->
                    new ActivityView(
                        one.id(), one.name().in(language), Optional.ofNullable(one.broader())))
            .toList(),
        views.catalogue().venues().stream()
            .filter(one -> !one.retired())
            .map(one -> venue(one, language))
            .toList());
  }

  private static VenueView venue(Venue venue, String language) {
    return new VenueView(
        venue.id(),
        venue.name(),
        venue.localityId(),
        venue.address(),
        venue.latitude(),
        venue.longitude(),
        venue.accessibility().stream().map(AccessFeature::slug).toList(),
        venue.spaces().stream()
            .map(
                space ->
                    new SpaceView(
                        space.id(),
                        space.name().in(language),
                        space.capacity(),
                        space.setUpMinutes()))
            .toList());
  }
}
