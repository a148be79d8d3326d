package org.localityvoice.app;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.EventFeature;
import org.localityvoice.event.EventWork;
import org.localityvoice.event.PublishGate;
import org.localityvoice.event.people.PeopleFeature;
import org.localityvoice.event.planning.PlanningFeature;
import org.localityvoice.event.registration.RegistrationFeature;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Community events: their packages, put together. */
final class EventParts {
  final EventFeature events;
  private final PlanningFeature planning;
  private final RegistrationFeature registrations;
  private final EventWork work;
  private final Messages messages;

  EventParts(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Jobs jobs,
      Areas areas,
      InstantSource clock,
      PeopleFeature people,
      Settings settings,
      SecureRandom random,
      Messages messages) {
    this.messages = messages;
    events =
        new EventFeature(vertx, mongo, compareAndSet, relay, areas, clock, settings.zone(), random);
    planning = new PlanningFeature(mongo, compareAndSet, events.events(), areas, relay, clock);
    work = events.work(PublishGate.OPEN);
    registrations =
        new RegistrationFeature(
            mongo,
            compareAndSet,
            relay,
            clock,
            events.events(),
            people.people(),
            people.vault(),
            messages.languages());
    people.connect(relay, jobs, List.of(registrations.withdrawals()));
    events.connect(
        jobs,
        work,
        List.of(planning.places(), registrations.places()), List.of(session -> planning.changed(session.id())));
    planning.connect(relay, jobs);
    registrations.connect(relay, jobs);
  }

  /** Binds the operations. */
  void addTo(Api api) {
    events.addTo(api, work, messages);
    planning.addTo(api);
    registrations.addTo(api);
  }
}
