package org.localityvoice.app;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.EventFeature;
import org.localityvoice.event.EventWork;
import org.localityvoice.event.attendance.AttendanceFeature;
import org.localityvoice.event.feeds.FeedFeature;
import org.localityvoice.event.people.PeopleFeature;
import org.localityvoice.event.planning.PlanningFeature;
import org.localityvoice.event.registration.RegistrationFeature;
import org.localityvoice.event.takeup.TakeUpFeature;
import org.localityvoice.http.Api;
import org.localityvoice.http.Limiter;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.seal.KeyWrap;

/** Community events: their packages, put together. */
final class EventParts {
  final EventFeature events;
  final PeopleFeature people;
  private final PlanningFeature planning;
  private final FeedFeature feeds;
  private final RegistrationFeature registrations;
  final AttendanceFeature attendance;
  private final TakeUpFeature takeUp;
  final EventWork work;
  private final Messages messages;

  EventParts(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Jobs jobs,
      Areas areas,
      Limiter limiter,
      InstantSource clock,
      Settings settings,
      SecureRandom random,
      Messages messages,
      String software) {
    this.messages = messages;
    events =
        new EventFeature(vertx, mongo, compareAndSet, relay, areas, clock, settings.zone(), random);
    people =
        new PeopleFeature(
            mongo,
            compareAndSet,
            areas,
            relay,
            new SessionsAsking(events.events()),
            clock,
            settings.zone(),
            random,
            settings.seal().map(seal -> new KeyWrap(seal.master())));
    planning = new PlanningFeature(mongo, compareAndSet, events.events(), areas, relay, clock);
    registrations =
        new RegistrationFeature(
            mongo,
            compareAndSet,
            relay,
            clock,
            events.events(),
            people.people(),
            people.vault(),
            people.held(),
            messages.languages());
    attendance =
        new AttendanceFeature(
            vertx,
            mongo,
            compareAndSet,
            events.events(),
            people,
            registrations.ids(),
            limiter,
            clock,
            random,
            messages);
    takeUp =
        new TakeUpFeature(
            vertx,
            mongo,
            compareAndSet,
            events.events(),
            attendance.attendances(),
            areas,
            clock,
            software);
    work = events.work(planning.gate());
    events.connect(
        jobs,
        work,
        List.of(planning.places(), registrations.places(), takeUp.places()),
        List.of(
            planning.sessions(),
            registrations.sessions(),
            // What it was told of participants is removed so long after its end.
            session -> people.vault().moved(session.id(), session.endsAt())));
    planning.connect(relay, jobs);
    feeds =
        new FeedFeature(
            vertx,
            mongo,
            compareAndSet,
            events.events(),
            new OwnBookings(registrations.own()),
            areas,
            messages,
            settings.pmf().publicUrl(),
            clock,
            random);
    attendance.connect(relay, jobs);
    feeds.connect(jobs);
    takeUp.connect(relay, jobs);
    registrations.connect(relay, jobs);
    people.connect(
        relay,
        jobs,
        // The last may have to wait for a request that is under way.
        List.of(registrations.withdrawals(), attendance.listener(), registrations.removals()));
  }

  /** Binds the operations. */
  void addTo(Api api) {
    events.addTo(api, work, messages);
    people.addTo(api);
    planning.addTo(api);
    feeds.addTo(api);
    registrations.addTo(api);
    attendance.addTo(api);
    takeUp.addTo(api);
  }
}
