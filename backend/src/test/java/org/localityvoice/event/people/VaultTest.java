package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Collected;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.problem.Problem;
import org.localityvoice.seal.KeyWrap;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What sessions are told of participants, as it lies in the store. */
@ExtendWith(StoreExtension.class)
class VaultTest {
  private static final Instant ENDS = Instant.parse("2026-12-21T15:00:00Z");
  private static final Set<Collected> ALL = EnumSet.allOf(Collected.class);
  private static final Signatory LEADER = new Signatory("leader", "partner-officer");
  private static final Needs NEEDS =
      new Needs(
          "no peanuts",
          "asthma",
          null,
          null,
          List.of(new Needs.Contact("Gita Canary", "07700 900123")),
          List.of(new Needs.Collector("Uncle Canary", null)),
          false);

  private final HandClock clock = new HandClock(Instant.parse("2026-12-01T10:00:00Z"));

  @Test
  void what_was_told_comes_back_and_cannot_be_read_in_the_store(Store store) {
    var vault = vault(store, master(1));
    tell(vault, "club", "child", NEEDS);
    assertThat(read(vault, "club", "child", ALL)).contains(NEEDS);
    assertThat(read(vault, "club", "child", Set.of(Collected.DIETARY)))
        .contains(new Needs("no peanuts", null, null, null, null, null, null));
    assertThat(read(vault, "club", "another", ALL)).isEmpty();
    assertThat(dump(store))
        .contains("club", "child")
        .doesNotContain("peanuts", "asthma", "Canary", "900123");
  }

  @Test
  void what_a_session_does_not_collect_is_refused_whole_with_its_place(Store store) {
    var vault = vault(store, master(1));
    assertThatThrownBy(
            () ->
                Wait.forResult(
                    vault.put("club", "child", NEEDS, Set.of(Collected.DIETARY), ENDS, "/needs")))
        .isInstanceOfSatisfying(
            Problem.class,
            refused ->
                assertThat(refused.violations())
                    .extracting(fault -> fault.place() + " " + fault.code())
                    .containsExactly(
                        "/needs/medical not-collected",
                        "/needs/emergencyContacts not-collected",
                        "/needs/collectors not-collected",
                        "/needs/photo not-collected"));
    assertThat(read(vault, "club", "child", ALL)).isEmpty();
  }

  @Test
  void a_sealed_part_opens_in_its_own_place_and_as_its_own_kind_only(Store store) {
    var vault = vault(store, master(1));
    tell(vault, "club", "child", NEEDS);
    tell(vault, "club", "another", NEEDS);
    var ours = new Document("_id", DerivedId.of("collected", "club", "child"));
    var theirs = new Document("_id", DerivedId.of("collected", "club", "another"));
    in(
        store,
        database -> {
          var rows = database.getCollection(CollectedStore.COLLECTION);
          var row = Wait.forResult(Publishers.one(rows.find(ours)));
          var diet = row.get("sealed", Document.class).get("DIETARY");
          for (var kind : List.of("DIETARY", "MEDICAL")) {
            var to = kind.equals("DIETARY") ? theirs : ours;
            var moved = new Document("$set", new Document("sealed." + kind, diet));
            Wait.forResult(Publishers.one(rows.updateOne(to, moved)));
          }
          return rows;
        });
    assertThatThrownBy(() -> read(vault, "club", "another", ALL))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> read(vault, "club", "child", Set.of(Collected.MEDICAL)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(read(vault, "club", "child", Set.of(Collected.DIETARY))).isPresent();
  }

  @Test
  void every_reading_is_noted_without_what_was_read(Store store) {
    var vault = vault(store, master(1));
    tell(vault, "club", "child", NEEDS);
    read(vault, "club", "child", Set.of(Collected.MEDICAL, Collected.DIETARY));
    var notes = documents(store, AuditStore.READS);
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0))
        .containsEntry("reader", "leader")
        .containsEntry("role", "partner-officer")
        .containsEntry("participant", "child")
        .containsEntry("session", "club")
        .containsEntry("kinds", List.of("dietary", "medical"))
        .containsEntry("at", java.util.Date.from(clock.instant()))
        .hasSize(7);
  }

  @Test
  void two_weeks_after_the_session_it_is_gone_and_only_how_much_is_noted(Store store) {
    var vault = vault(store, master(1));
    tell(vault, "club", "child", NEEDS);
    tell(vault, "club", "hurt", NEEDS);
    Wait.forResult(vault.keep("club", "hurt", LEADER, LocalDate.parse("2027-03-01")));
    clock.advance(Duration.between(clock.instant(), ENDS).plusDays(14).minusMillis(1));
    Wait.forResult(vault.purge());
    assertThat(documents(store, CollectedStore.COLLECTION)).hasSize(2);
    clock.advance(Duration.ofMillis(1));
    Wait.forResult(vault.purge());
    assertThat(documents(store, CollectedStore.COLLECTION))
        .extracting(row -> row.getString("participant"))
        .containsExactly("hurt");
    assertThat(documents(store, AuditStore.PURGES))
        .hasSize(1)
        .allSatisfy(
            note -> assertThat(note).containsEntry("what", "collected").containsEntry("count", 1));
    Wait.forResult(vault.release("club", "hurt"));
    Wait.forResult(vault.purge());
    assertThat(documents(store, CollectedStore.COLLECTION)).isEmpty();
  }

  @Test
  void a_session_that_moves_takes_the_day_of_removal_with_it(Store store) {
    var vault = vault(store, master(1));
    tell(vault, "club", "child", NEEDS);
    Wait.forResult(vault.moved("club", ENDS.plus(Duration.ofDays(7))));
    clock.advance(Duration.between(clock.instant(), ENDS).plusDays(15));
    Wait.forResult(vault.purge());
    assertThat(read(vault, "club", "child", ALL)).contains(NEEDS);
  }

  @Test
  void without_a_master_key_it_is_sealed_all_the_same_and_stays_readable_with_one(Store store) {
    var before = vault(store, Optional.empty());
    tell(before, "club", "child", NEEDS);
    assertThat(dump(store)).doesNotContain("peanuts", "Canary");
    var after = vault(store, master(1));
    assertThat(read(after, "club", "child", ALL)).contains(NEEDS);
    tell(after, "club", "child", NEEDS);
    assertThat(read(after, "club", "child", ALL)).contains(NEEDS);
    assertThat(fault(store, master(1))).isEmpty();
    assertThat(fault(store, master(2))).hasValueSatisfying(f -> assertThat(f).contains("not fit"));
    assertThat(fault(store, Optional.empty()))
        .hasValueSatisfying(f -> assertThat(f).contains("is missing"));
  }

  @Test
  void keys_are_read_once_and_again_only_for_what_another_instance_has_sealed_since(Store store) {
    var mongo = store.connect();
    var finds = new AtomicInteger();
    var counted =
        new VaultKeyStore(mongo) {
          @Override
          Future<Optional<VaultKey>> find(String id) {
            finds.incrementAndGet();
            return super.find(id);
          }
        };
    var withMaster =
        new Vault(
            new CollectedStore(mongo),
            new AuditStore(mongo),
            new VaultKeys(counted, master(1), new SecureRandom()),
            clock);
    Wait.forResult(mongo.ready());
    tell(withMaster, "club", "child", NEEDS);
    var first = finds.get();
    assertThat(first).isPositive();
    tell(withMaster, "club", "another", NEEDS);
    assertThat(read(withMaster, "club", "child", ALL)).contains(NEEDS);
    assertThat(finds).hasValue(first);

    // A rolling restart: an instance without the master key goes on for a while.
    tell(vault(store, Optional.empty()), "club", "late", NEEDS);
    assertThat(read(withMaster, "club", "late", ALL)).contains(NEEDS);
    var second = finds.get();
    assertThat(second).isGreaterThan(first);
    assertThat(read(withMaster, "club", "late", ALL)).contains(NEEDS);
    assertThat(finds).hasValue(second);
  }

  private void tell(Vault vault, String session, String participant, Needs needs) {
    Wait.forResult(vault.put(session, participant, needs, ALL, ENDS, "/needs"));
  }

  private static Optional<Needs> read(
      Vault vault, String session, String participant, Set<Collected> wanted) {
    return Wait.forResult(vault.read(LEADER, session, participant, wanted));
  }

  private Vault vault(Store store, Optional<KeyWrap> master) {
    var mongo = store.connect();
    var vault =
        new Vault(new CollectedStore(mongo), new AuditStore(mongo), keys(mongo, master), clock);
    Wait.forResult(mongo.ready());
    return vault;
  }

  /** One on a connection. */
  static Vault vault(Mongo mongo, HandClock clock) {
    return new Vault(
        new CollectedStore(mongo), new AuditStore(mongo), keys(mongo, master(1)), clock);
  }

  private static Optional<String> fault(Store store, Optional<KeyWrap> master) {
    return Wait.forResult(keys(store.connect(), master).fault());
  }

  private static VaultKeys keys(Mongo mongo, Optional<KeyWrap> master) {
    return new VaultKeys(new VaultKeyStore(mongo), master, new SecureRandom());
  }

  static Optional<KeyWrap> master(int fill) {
    var key = new byte[32];
    java.util.Arrays.fill(key, (byte) fill);
    return Optional.of(new KeyWrap(key));
  }

  private static String dump(Store store) {
    return documents(store, CollectedStore.COLLECTION).toString()
        + documents(store, "vault_keys")
        + documents(store, AuditStore.READS);
  }

  private static List<Document> documents(Store store, String collection) {
    return in(
        store,
        database -> Wait.forResult(Publishers.list(database.getCollection(collection).find())));
  }

  private static <T> T in(Store store, Function<MongoDatabase, T> look) {
    try (var client = MongoClients.create(store.uri())) {
      var address = new com.mongodb.ConnectionString(store.uri());
      return look.apply(client.getDatabase(String.valueOf(address.getDatabase())));
    }
  }
}
