package org.localityvoice.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.notify.Interest.OfCategory;
import org.localityvoice.notify.Interest.OfLocality;
import org.localityvoice.notify.Interest.OfPlace;
import org.localityvoice.notify.Interest.OfReport;

/** Subscriptions and inboxes as the contract shows them. */
final class NotifyViews {
  private NotifyViews() {}

  record PlaceView(double latitude, double longitude, int radiusMetres) {}

  record CategoryView(String id, Optional<String> locality) {}

  record SubscriptionView(
      String id,
      Instant since,
      Optional<String> report,
      Optional<PlaceView> place,
      Optional<String> locality,
      Optional<CategoryView> category) {}

  record SubscriptionList(List<SubscriptionView> subscriptions) {}

  record Named(String id, String name) {}

  record MeasureView(String id, String title, String period) {}

  record HappeningView(
      String kind, String id, String title, Optional<String> day, Optional<String> cancel) {}

  record EntryView(
      String id,
      String audience,
      String code,
      String text,
      Optional<String> report,
      Named locality,
      Optional<Named> category,
      Optional<String> state,
      Optional<MeasureView> measure,
      Optional<HappeningView> happening,
      Optional<Long> question,
      Instant at,
      Optional<Instant> readAt) {}

  record Inbox(List<EntryView> items, int unread, Optional<String> next) {}

  /** What somebody asks to follow; the contract lets exactly one of these be there. */
  record NewSubscription(
      @Nullable String report,
      @Nullable PlaceView place,
      @Nullable String locality,
      @Nullable NewCategory category) {
    Interest interest() {
      if (report != null) {
        return new OfReport(report);
      } else if (place != null) {
        return new OfPlace(place.latitude(), place.longitude(), place.radiusMetres());
      } else if (locality != null) {
        return new OfLocality(locality);
      } else if (category != null) {
        return new OfCategory(category.id(), category.locality());
      }
      throw new IllegalStateException("the contract demands something to follow");
    }
  }

  record NewCategory(String id, @Nullable String locality) {}

  static SubscriptionView subscription(Subscription one) {
    var interest = one.interest();
    return new SubscriptionView(
        one.id(),
        one.since(),
        interest instanceof OfReport of ? Optional.of(of.report()) : Optional.empty(),
        interest instanceof OfPlace of
            ? Optional.of(new PlaceView(of.latitude(), of.longitude(), of.radiusMetres()))
            : Optional.empty(),
        interest instanceof OfLocality of ? Optional.of(of.locality()) : Optional.empty(),
        interest instanceof OfCategory of
            ? Optional.of(new CategoryView(of.category(), Optional.ofNullable(of.locality())))
            : Optional.empty());
  }
}
