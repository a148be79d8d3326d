package org.localityvoice.event.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.seal.KeyWrap;

/** Who takes part in events, who acts for them, and what sessions are told of them. */
public final class PeopleFeature {
  private static final Duration PURGE = Duration.ofHours(1);

  private final People people;
  private final Rules rules;
  private final Tidying tidying;
  private final ProfileOperations profiles;
  private final LinkOperations links;
  private final ConsentOperations consents;
  private final CareOperations care;
  private final NeedsOperations needs;
  private final Vault vault;
  private final VaultKeys keys;
  private final HeldRecords held;
  private final ReadNotes notes;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param collecting tells what sessions ask for
   * @param zone of the area, for days
   * @param master what collected data are sealed under; empty for a key in the store
   */
  public PeopleFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Areas areas,
      Relay relay,
      Collecting collecting,
      InstantSource clock,
      ZoneId zone,
      SecureRandom random,
      Optional<KeyWrap> master) {
    var store = new ParticipantStore(mongo, compareAndSet);
    var accounts = new AccountStore(mongo);
    rules = new Rules(new RulesStore(mongo));
    people = new People(store, rules, clock, zone);
    var children = new ProfileService(people, store, accounts);
    profiles =
        new ProfileOperations(
            people,
            new OwnProfileService(people, store, accounts, rules),
            children,
            new Admission(areas),
            relay);
    var codeStore = new GuardianCodeStore(mongo);
    var codes = new CodeService(people, store, codeStore, rules, random);
    var redeeming = new Redeeming(people, store, codeStore);
    links =
        new LinkOperations(
            people,
            codes,
            new LinkService(
                people, store, redeeming, new OwnLoginService(people, accounts, redeeming), codes),
            new StaffCheckService(people, store, redeeming),
            new LeaveService(people, store),
            relay);
    var deciding = new CareService(people, store);
    consents =
        new ConsentOperations(
            people, new ConsentService(people, store, rules), deciding, rules, relay);
    care = new CareOperations(deciding, relay);
    held = new HeldRecords(new HeldRecordStore(mongo));

    keys = new VaultKeys(new VaultKeyStore(mongo), master, random);
    var audit = new AuditStore(mongo);
    tidying = new Tidying(people, store, children, accounts, codeStore, held, audit);
    vault = new Vault(new CollectedStore(mongo), audit, keys, clock);
    notes = new ReadNotes(audit, held, clock, zone);
    needs = new NeedsOperations(new NeedsService(people, vault, collecting));
  }

  /** The way in for whoever books, and for whoever checks in. */
  public People people() {
    return people;
  }

  /** What sessions are told of participants. */
  public Vault vault() {
    return vault;
  }

  /** What must not be removed. */
  public HeldRecords held() {
    return held;
  }

  /** Seals what others keep about participants. */
  public Sealing sealing() {
    return new Sealing(keys);
  }

  /** Why this server cannot read what its store holds, as a plain clause; empty when it can. */
  public Future<Optional<String>> fault() {
    return keys.fault();
  }

  /**
   * The effect that carries the rules of a checked area file.
   *
   * @param id never used before: the same rules may come again after others
   */
  public static Outgoing effect(JsonNode whole, String id) {
    return Rules.effect(whole, id);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    profiles.addTo(api);
    links.addTo(api);
    consents.addTo(api);
    care.addTo(api);
    needs.addTo(api);
  }

  /**
   * Takes effects of others and has its own carried out; works in the background.
   *
   * @param listeners who has to know of consents that count no more, told one after the other
   */
  public void connect(Relay relay, Jobs jobs, List<ConsentListener> listeners) {
    relay.watch(ParticipantStore.COLLECTION);
    relay.deliver(Rules.KIND, rules::apply);
    relay.deliver(ConsentWithdrawn.KIND, effect -> tell(ConsentWithdrawn.read(effect), listeners));
    jobs.every("event.people.purge", PURGE, vault::purge);
    jobs.every("event.people.notes", PURGE, notes::purge);
    jobs.every("event.people.tidying", PURGE, tidying::run);
  }

  /** First what we hold ourselves, of somebody who is gone. */
  private Future<Void> tell(ConsentWithdrawn what, List<ConsentListener> listeners) {
    var told =
        what.purpose() == null
            ? vault.removeOf(what.participant())
            : Future.<Void>succeededFuture();
    for (var listener : listeners) {
      told = told.compose(before -> listener.withdrawn(what));
    }
    return told;
  }
}
