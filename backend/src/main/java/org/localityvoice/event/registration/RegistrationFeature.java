package org.localityvoice.event.registration;

import java.time.InstantSource;
import java.util.List;
import org.localityvoice.event.Events;
import org.localityvoice.event.PlacesReceiver;
import org.localityvoice.event.RegistrationIds;
import org.localityvoice.event.SessionReceiver;
import org.localityvoice.event.people.ConsentListener;
import org.localityvoice.event.people.HeldRecords;
import org.localityvoice.event.people.People;
import org.localityvoice.event.people.Vault;
import org.localityvoice.http.Api;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** Registrations: made, changed, given back; reminded of, and finished when cut off. */
public final class RegistrationFeature {
  private final RegistrationReceiver receiver;
  private final Relocations relocations;
  private final RegistrationOperations operations;
  private final ReminderService reminders;
  private final Unfinished unfinished;
  private final RegistrationPurge purge;
  private final Withdrawals withdrawals;
  private final RemovedPeople removals;
  private final OwnPlaces own;
  private final RegistrationIds ids;
  private final ReminderChanges reminding;
  final RegistrationService registrations;
  final PackageService packages;
  final PartyService parties;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param held what must not be removed
   * @param languages that titles may be in
   */
  public RegistrationFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      InstantSource clock,
      Events events,
      People people,
      Vault vault,
      HeldRecords held,
      List<String> languages) {
    this(
        new RegistrationStore(mongo, compareAndSet),
        new PastRegistrationStore(mongo),
        new PackageStore(mongo, compareAndSet),
        events.allotments()::apply,
        relay,
        clock,
        events,
        people,
        vault,
        held,
        languages);
  }

  RegistrationFeature(
      RegistrationStore store,
      PastRegistrationStore past,
      PackageStore packages,
      PackageSaga.Places places,
      Relay relay,
      InstantSource clock,
      Events events,
      People people,
      Vault vault,
      HeldRecords held,
      List<String> languages) {
    var allotments = events.allotments();
    var audience = new Audience(people, events.zone());
    var requests = new RowRequests(store, clock);
    var rows = new Rows(store, allotments, vault, clock);
    var admission = new Admission(events, people, store, clock);
    var telltale = new Telltale(vault);
    var packageRows = new PackageRows(store, rows, admission, vault, clock);
    var saga = new PackageSaga(packages, places, packageRows, clock);
    registrations = new RegistrationService(admission, requests, rows, telltale, events, clock);
    parties = new PartyService(admission, rows, store, events, people, clock);
    relocations = new Relocations(store, audience, clock);
    receiver = new RegistrationReceiver(store, events, audience, relocations, vault, clock);
    this.packages =
        new PackageService(admission, events, packages, packageRows, saga, telltale, clock);
    operations =
        new RegistrationOperations(
            events,
            registrations,
            parties,
            new PartyChangeService(admission, parties, requests, rows, telltale, events),
            this.packages,
            languages);
    reminders = new ReminderService(store, events, audience, relay::nudge, clock);
    unfinished = new Unfinished(store, registrations, saga, clock);
    purge = new RegistrationPurge(past, packages, held, events, clock);
    own = new OwnPlaces(store, people);
    ids = new RowIds(store, clock);
    reminding = new ReminderChanges(store, clock);
    removals = new RemovedPeople(store, packages, rows, held, clock);
    withdrawals = new Withdrawals(store, admission, events, clock);
  }

  /** Who has to be told of what happens to places. */
  public PlacesReceiver places() {
    return receiver;
  }

  /** Who has to be told of sessions that are not as they were. */
  public SessionReceiver sessions() {
    return session -> reminding.changed(session).compose(done -> relocations.changed(session));
  }

  /** Who has to be told of consents that count no more. */
  public ConsentListener withdrawals() {
    return withdrawals;
  }

  /** Who has to be told of people who were removed, after {@link #withdrawals}. */
  public ConsentListener removals() {
    return removals;
  }

  /** Which ids are taken, for parties that come by other ways. */
  public RegistrationIds ids() {
    return ids;
  }

  /** Where people are expected. */
  public OwnPlaces own() {
    return own;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
  }

  /** Has effects carried out; reminds people and finishes what was cut off in the background. */
  public void connect(Relay relay, Jobs jobs) {
    relay.watch(Registration.COLLECTION);
    jobs.every(ReminderService.JOB, ReminderService.PERIOD, reminders::run);
    jobs.every(Unfinished.JOB, Unfinished.PERIOD, unfinished::run);
    jobs.every(RegistrationPurge.JOB, RegistrationPurge.PERIOD, purge::run);
  }
}
