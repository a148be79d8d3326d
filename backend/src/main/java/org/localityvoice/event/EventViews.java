package org.localityvoice.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.event.EventAccess.Sight;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Partner;
import org.localityvoice.locality.Text;

/**
 * Events and sessions as they are told: to everybody in one language and without a number of
 * places; to officers with what they plan by.
 *
 * @param language of the texts
 */
record EventViews(EventCatalogue catalogue, Optional<Area> area, String language) {
  /** Something with an id and a name. */
  record Named(String id, String name) {}

  /** Where a session is. */
  record PlaceView(
      String venue,
      String name,
      String space,
      String spaceName,
      String address,
      double latitude,
      double longitude) {}

  /** What a session is about. */
  record AboutView(
      String id,
      String locality,
      Named organiser,
      String title,
      Named activity,
      EventRequests.Ages ages,
      boolean supportsSend,
      List<String> accessibility) {}

  /** A session. */
  record SessionView(
      String id,
      String status,
      Instant startsAt,
      Instant endsAt,
      PlaceView place,
      Optional<String> places,
      Optional<AboutView> event,
      Optional<Integer> capacity,
      Optional<Integer> poolCapacity,
      Optional<SessionRequests.Waitlist> waitlist,
      Optional<Long> edition) {}

  /** An event with its sessions. */
  record EventView(
      String id,
      String locality,
      Named organiser,
      String state,
      String title,
      Optional<String> description,
      Named activity,
      EventRequests.Ages ages,
      boolean supportsSend,
      List<String> accessibility,
      Optional<List<String>> collects,
      Optional<EventRequests.Guardian> guardian,
      Optional<Boolean> packageOnly,
      List<SessionView> sessions,
      Optional<ContentView> content,
      Optional<Long> edition) {}

  /** An event as it was written. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ContentView(
      String locality,
      String organiser,
      Map<String, String> title,
      Map<String, String> description,
      String activity,
      EventRequests.Ages ages,
      boolean supportsSend,
      List<String> accessibility,
      List<String> collects,
      EventRequests.Guardian guardian,
      boolean packageOnly,
      Optional<Integer> catchmentMetres,
      Optional<List<String>> reminders) {}

  /** An event in a list of all. */
  record Brief(String id, Named organiser, String state, String title, Instant changedAt) {}

  /** An event with those of its sessions that are to be seen. */
  EventView event(Event event, List<Session> sessions, Sight sight) {
    var whole = sight == Sight.MANAGER || event.state() != EventState.DRAFT;
    return new EventView(
        event.id(),
        event.localityId(),
        organiser(event.organiser()),
        event.state().slug(),
        event.title().in(language),
        whole ? Optional.of(event.description().in(language)) : Optional.empty(),
        activity(event.activity()),
        ages(event.ages()),
        event.supportsSend(),
        features(event.programme().about()),
        whole ? Optional.of(collected(event)) : Optional.empty(),
        whole ? Optional.of(guardian(event)) : Optional.empty(),
        whole ? Optional.of(event.packageOnly()) : Optional.empty(),
        sessions.stream().map(one -> session(one, sight)).toList(),
        sight == Sight.MANAGER ? Optional.of(content(event)) : Optional.empty(),
        sight == Sight.MANAGER ? Optional.of(event.edition()) : Optional.empty());
  }

  Brief brief(Event event) {
    return new Brief(
        event.id(),
        organiser(event.organiser()),
        event.state().slug(),
        event.title().in(language),
        event.changedAt());
  }

  private static ContentView content(Event event) {
    return new ContentView(
        event.localityId(),
        event.organiser(),
        event.title().byLanguage(),
        event.description().byLanguage(),
        event.activity(),
        ages(event.ages()),
        event.supportsSend(),
        features(event.programme().about()),
        collected(event),
        guardian(event),
        event.packageOnly(),
        Optional.ofNullable(event.catchmentMetres()),
        Optional.ofNullable(event.programme().remindMinutes()).map(ReminderTimes::texts));
  }

  /** A session within its event. */
  SessionView session(Session session, Sight sight) {
    return session(session, sight, Optional.empty());
  }

  /** A session in a list. */
  SessionView listed(Session session, Sight sight) {
    var about = session.about();
    return session(
        session,
        sight,
        Optional.of(
            new AboutView(
                session.eventId(),
                session.localityId(),
                organiser(session.organiser()),
                about.title().in(language),
                activity(about.activity()),
                ages(about.ages()),
                about.supportsSend(),
                features(about))));
  }

  private SessionView session(Session session, Sight sight, Optional<AboutView> about) {
    var officer = sight != Sight.PUBLIC;
    var manager = sight == Sight.MANAGER;
    return new SessionView(
        session.id(),
        session.status().slug(),
        session.startsAt(),
        session.endsAt(),
        place(session),
        session.status() == SessionStatus.SCHEDULED
            ? Optional.of(session.places().slug())
            : Optional.empty(),
        about,
        officer ? Optional.of(session.capacity()) : Optional.empty(),
        manager ? Optional.ofNullable(session.poolCapacity()) : Optional.empty(),
        manager ? Optional.of(SessionRequests.Waitlist.of(session.policy())) : Optional.empty(),
        manager ? Optional.of(session.edition()) : Optional.empty());
  }

  private PlaceView place(Session session) {
    var venue = catalogue.venue(session.venueId());
    return new PlaceView(
        session.venueId(),
        venue.map(Venue::name).orElse(session.venueId()),
        session.spaceId(),
        venue
            .flatMap(one -> one.space(session.spaceId()))
            .map(space -> space.name().in(language))
            .orElse(session.spaceId()),
        venue.map(Venue::address).orElse(""),
        venue.map(Venue::latitude).orElse(0.0),
        venue.map(Venue::longitude).orElse(0.0));
  }

  private Named organiser(String id) {
    return new Named(id, area.flatMap(one -> one.partner(id)).map(Partner::name).orElse(id));
  }

  private Named activity(String id) {
    return new Named(id, catalogue.activity(id).map(Activity::name).map(this::said).orElse(id));
  }

  private String said(Text text) {
    return text.in(language);
  }

  private static EventRequests.Ages ages(AgeRange ages) {
    return new EventRequests.Ages(ages.from(), ages.to());
  }

  private static List<String> features(About about) {
    return about.accessibility().stream().map(AccessFeature::slug).toList();
  }

  private static List<String> collected(Event event) {
    return event.collects().stream().map(Collected::slug).toList();
  }

  private static EventRequests.Guardian guardian(Event event) {
    var rule = event.guardian();
    return new EventRequests.Guardian(rule.consentNeeded(), rule.tier().slug(), rule.checkOut());
  }
}
