package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.seal.KeyWrap;

/** Who takes part in events, who acts for them, and what sessions are told of them. */
public final class PeopleFeature {
  private static final Duration PURGE = Duration.ofHours(1);

  private final People people;
  private final Vault vault;
  private final VaultKeys keys;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area, for days
   * @param master what collected data are sealed under; empty for a key in the store
   */
  public PeopleFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      InstantSource clock,
      ZoneId zone,
      SecureRandom random,
      Optional<KeyWrap> master) {
    people = new People(new ParticipantStore(mongo, compareAndSet), clock, zone);
    keys = new VaultKeys(new VaultKeyStore(mongo), master, random);
    vault = new Vault(new CollectedStore(mongo), new AuditStore(mongo), keys, clock);
  }

  /** The way in for whoever books, and for whoever checks in. */
  public People people() {
    return people;
  }

  /** What sessions are told of participants. */
  public Vault vault() {
    return vault;
  }

  /** Why this server cannot read what its store holds, as a plain clause; empty when it can. */
  public Future<Optional<String>> fault() {
    return keys.fault();
  }

  /** Works in the background. */
  public void connect(Jobs jobs) {
    jobs.every("event.people.purge", PURGE, vault::purge);
  }
}
