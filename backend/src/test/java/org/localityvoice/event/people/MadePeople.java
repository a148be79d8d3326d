package org.localityvoice.event.people;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.LinkTier;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Wait;

/** Participants put straight into a store, for tests that are about something else. */
public final class MadePeople {
  private static final Instant MADE = Instant.parse("2026-11-02T09:00:00Z");

  private MadePeople() {}

  /** Somebody with a login of their own. */
  public static Participant self(String id, String uid, LocalDate born) {
    return participant(id, uid, born, List.of(), List.of());
  }

  /** A child of a guardian, who consents to its taking part in these events. */
  public static Participant child(String id, LocalDate born, String guardian, String... events) {
    return participant(
        id, null, born, List.of(link(guardian, LinkTier.DECLARED)), consents(guardian, events));
  }

  /** A young person with a login of their own and a guardian. */
  public static Participant young(
      String id, String uid, LocalDate born, String guardian, String... events) {
    return participant(
        id, uid, born, List.of(link(guardian, LinkTier.CODE)), consents(guardian, events));
  }

  private static GuardianLink link(String guardian, LinkTier tier) {
    return new GuardianLink(guardian, tier, Relationship.PARENT, MADE, null, null, null);
  }

  private static List<Consent> consents(String guardian, String... events) {
    return Stream.of(events)
        .map(
            event ->
                new Consent(
                    "consent-" + event,
                    Purpose.TAKING_PART,
                    event,
                    "1",
                    "en",
                    "text",
                    guardian,
                    MADE,
                    Method.GUARDIAN,
                    null,
                    null))
        .toList();
  }

  private static Participant participant(
      String id,
      @Nullable String uid,
      LocalDate born,
      List<GuardianLink> guardians,
      List<Consent> consents) {
    return new Participant(
        id,
        1,
        uid,
        uid == null ? guardians.get(0).uid() : uid,
        new Details("A", "Child", born, "newport"),
        guardians,
        consents,
        List.of(),
        null,
        Participant.keys(uid, guardians),
        guardians.isEmpty() ? null : Ages.reached(born, Ages.ADULT),
        null,
        null,
        MADE,
        null,
        List.of(),
        null);
  }

  /** The same with one more guardian. */
  public static Participant with(Participant one, String guardian) {
    return Draft.of(one).link(link(guardian, LinkTier.DECLARED)).next(MADE);
  }

  /** Writes them. */
  public static void store(Vertx vertx, Mongo mongo, Participant... all) {
    var store = new ParticipantStore(mongo, new CompareAndSet(vertx, new Random(3)));
    Stream.of(all).map(store::add).toList().forEach(Wait::forResult);
  }

  /** What incidents hold in a store. */
  public static HeldRecords held(Mongo mongo) {
    return new HeldRecords(new HeldRecordStore(mongo));
  }
}
