package org.localityvoice.event.attendance;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.localityvoice.event.Events;
import org.localityvoice.event.RegistrationIds;
import org.localityvoice.event.people.ConsentListener;
import org.localityvoice.event.people.PeopleFeature;
import org.localityvoice.http.Api;
import org.localityvoice.http.Limiter;
import org.localityvoice.i18n.Messages;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** The day of a session: tickets, devices at the door, who came, what went wrong. */
public final class AttendanceFeature {
  private static final Duration LOOK = Duration.ofMinutes(5);
  private static final Duration PURGE = Duration.ofHours(1);

  private final Attendances attendances;
  private final Incidents concerns;
  private final Absence absence;
  private final AttendancePurge purge;
  private final DoorNotes notes;
  private final IncidentStore incidentStore;
  private final InstantSource clock;
  private final ZoneId zone;
  private final DoorOperations staff;
  private final IncidentOperations leads;
  private final DeviceOperations devices;
  private final WalkInOperations walkIns;

  /** The feature; {@link #connect} brings it to work. */
  public AttendanceFeature(
      Vertx vertx,
      Mongo mongo,
      CompareAndSet compareAndSet,
      Events events,
      PeopleFeature participants,
      RegistrationIds ids,
      Limiter limiter,
      InstantSource clock,
      SecureRandom random,
      Messages messages) {
    var people = participants.people();
    var doorStore = new DoorStore(mongo, compareAndSet);
    var store = new AttendanceStore(mongo, compareAndSet);
    var claims = new ItemClaimStore(mongo);
    var passes = new WalkInPassStore(mongo);
    incidentStore = new IncidentStore(mongo);
    zone = events.zone();
    this.clock = clock;
    var audit = new DoorAuditStore(mongo);
    var doors = new Doors(vertx, doorStore, participants.sealing(), random);
    var access = new DoorAccess(events, clock);
    var guests = new Guests(events, people, participants.vault());
    var insiders = new Insiders(store);
    var incidents =
        new IncidentService(
            incidentStore, guests, insiders, audit, participants.sealing(), clock, events.zone());
    attendances = new Attendances(store);
    concerns = new Incidents(incidentStore, participants.sealing(), clock, events.zone());
    absence = new Absence(doorStore, doors, events, guests, people, store, clock);
    purge =
        new AttendancePurge(
            store, doorStore, claims, passes, events.purges(), participants.held(), clock);
    notes =
        new DoorNotes(
            incidentStore, audit, events.purges(), participants.held(), clock, events.zone());
    staff =
        new DoorOperations(
            new TicketService(vertx, access, guests, people, doors, clock),
            new DeviceService(access, doors, clock),
            new AbsenceService(access, store, audit, people, clock),
            new GuestCancelService(access, doors, guests, events, people, audit, clock));
    leads =
        new IncidentOperations(
            incidents,
            new IncidentHoldService(
                incidents, incidentStore, participants.vault(), participants.held(), people));
    var gate = new DeviceGate(doors, access, events, limiter, clock);
    var rules = new WalkInRules(events, people, participants.vault());
    walkIns =
        new WalkInOperations(
            new WalkInPassService(access, events, people, rules, passes, ids, doors, clock),
            new WalkInService(events, people, rules, passes, ids),
            gate);
    devices =
        new DeviceOperations(
            gate,
            new RosterService(guests, insiders, people, participants.vault(), store, audit),
            new CheckInService(vertx, events, guests, insiders, store, claims),
            incidents,
            messages);
  }

  /** The way in for whoever counts who came. */
  public Attendances attendances() {
    return attendances;
  }

  /** The way in for notes about people that were taken elsewhere. */
  public Incidents incidents() {
    return concerns;
  }

  /** Who has to know of participants who were removed. */
  public ConsentListener listener() {
    return purge;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    staff.addTo(api);
    leads.addTo(api);
    devices.addTo(api);
    walkIns.addTo(api);
  }

  /** Works in the background. */
  public void connect(Relay relay, Jobs jobs) {
    // Notes are added and never written whole again.
    relay.watchAppended(Incident.COLLECTION);
    jobs.every("event.no-shows", LOOK, absence::look);
    jobs.every("event.attendance.purge", PURGE, purge::run);
    jobs.every("event.attendance.notes", PURGE, notes::purge);
    var reviews = new HoldReviews(incidentStore, relay::nudge, clock, zone);
    jobs.every("event.incidents.review", PURGE, reviews::run);
  }
}
