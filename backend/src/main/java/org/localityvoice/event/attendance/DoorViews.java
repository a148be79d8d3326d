package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.event.people.Participant;

/** What those at the door and behind it are shown. */
final class DoorViews {
  private DoorViews() {}

  /** A device, without its token. */
  record DeviceView(
      String id, Optional<String> label, Instant madeAt, Optional<Instant> revokedAt) {}

  static DeviceView device(Device one) {
    return new DeviceView(
        one.id(),
        Optional.ofNullable(one.label()),
        one.madeAt(),
        Optional.ofNullable(one.revokedAt()));
  }

  /** A device with its token, once. */
  record MadeView(String id, Optional<String> label, String token, Instant from, Instant until) {
    /** Without the token. */
    @Override
    public String toString() {
      return "device " + id;
    }
  }

  static MadeView made(DeviceService.Made made) {
    return new MadeView(
        made.device().id(),
        Optional.ofNullable(made.device().label()),
        made.token(),
        made.session().startsAt().minus(DoorHours.SEEN_BEFORE),
        made.session().endsAt().plus(DoorHours.SEEN_AFTER));
  }

  /** Given name and the initial of the family name. */
  static String name(Participant who) {
    var family = who.familyName();
    return who.givenName() + " " + family.substring(0, family.offsetByCodePoints(0, 1)) + ".";
  }

  /** How many did not come, and for the organiser who. */
  record NoShowsView(int count, List<NoShowView> items, Optional<String> next) {}

  static NoShowsView noShows(AbsenceService.Page page) {
    return new NoShowsView(
        page.count(), page.items().stream().map(DoorViews::noShow).toList(), page.next());
  }

  /** Somebody who did not come. */
  record NoShowView(String guest, String registration, String name, boolean under18) {}

  private static NoShowView noShow(AbsenceService.Missing one) {
    return new NoShowView(
        one.attendance().id(),
        Optional.ofNullable(one.attendance().registration()).orElse(""),
        name(one.who()),
        one.attendance().age().under18());
  }

  /** A page of anything. */
  record Page(List<?> items, Optional<String> next) {}

  static <T> Page page(List<T> items, Function<T, ?> view, Optional<String> next) {
    return new Page(items.stream().map(view).toList(), next);
  }

  /** All of something. */
  record All(List<?> items) {}

  /** What became of an item. */
  record VerdictView(Optional<String> id, String verdict, boolean kept, String text) {}
}
