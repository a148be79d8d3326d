package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.people.GuardianCode.Kind;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** Codes that are redeemed at once, or half. */
@ExtendWith(StoreExtension.class)
class RedeemingTest {
  private static final String KEY = "a-key-of-lena";

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void of_five_who_redeem_at_once_one_is_let_in_and_without_the_guard_more_are(Store store) {
    var guarded = new Parts(store.connect(), false);
    assertThat(guarded.welcomedOfFiveAtOnce()).isEqualTo(1);
    assertThat(guarded.guardians()).isEqualTo(1);
    // The control.
    var open = new Parts(store.another().connect(), true);
    assertThat(open.welcomedOfFiveAtOnce()).isGreaterThan(1);
  }

  @Test
  void whoever_was_cut_off_after_the_code_was_used_goes_on_and_nobody_else_does(Store store) {
    var parts = new Parts(store.connect(), false);
    var code = parts.code();
    var stored = Wait.forResult(parts.codes.byDigest(GuardianCode.digest(code))).orElseThrow();
    Wait.forResult(parts.codes.redeem(stored.id(), "adult-1"));
    assertThat(parts.guardians()).isZero();
    assertThat(parts.redeems("adult-2", code)).isFalse();
    assertThat(parts.redeems("adult-1", code)).isTrue();
    assertThat(parts.redeems("adult-1", code)).isTrue();
    assertThat(parts.guardians()).isEqualTo(1);
  }

  @Test
  void what_is_stored_does_not_say_the_code(Store store) {
    var parts = new Parts(store.connect(), false);
    var code = parts.code();
    var stored = Wait.forResult(parts.codes.byDigest(GuardianCode.digest(code))).orElseThrow();
    var fields = List.of(stored.id(), stored.salt(), stored.digest());
    assertThat(String.join(" ", fields)).doesNotContain(code, code.replace("-", ""), KEY);
    assertThat(stored.toString()).doesNotContain("lena", stored.salt());
    assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    assertThat(GuardianCode.digest(code.replace('0', 'o').replace('1', 'l')))
        .isEqualTo(stored.digest());
  }

  private final class Parts {
    final GuardianCodeStore codes;
    private final ParticipantStore store;
    private final CodeService making;
    private final LinkService links;

    Parts(Mongo mongo, boolean unguarded) {
      var random = new SecureRandom();
      store = new ParticipantStore(mongo, new CompareAndSet(vertx, random));
      var people =
          new People(store, new Rules(new RulesStore(mongo)), clock, ZoneId.of("Europe/London"));
      codes = unguarded ? new Unguarded(mongo) : new GuardianCodeStore(mongo);
      making = new CodeService(people, store, codes, new Rules(new RulesStore(mongo)), random);
      var redeeming = new Redeeming(people, store, codes);
      var logins = new OwnLoginService(people, new AccountStore(mongo), redeeming);
      links = new LinkService(people, store, redeeming, logins, making);
      Wait.forResult(mongo.ready());
      add("lena", "2012-01-01");
      for (var i = 0; i < 10; i++) {
        add("adult-" + i, "1980-01-01");
      }
    }

    private void add(String uid, String born) {
      var details = new Details("A", "B", LocalDate.parse(born), null);
      var one = Participants.first("p-" + uid, uid, uid, details, List.of(), clock.instant());
      Wait.forResult(store.add(one));
    }

    String code() {
      var wanted = new CodeService.Wanted(Kind.GUARDIAN, "p-lena", null);
      return Wait.forResult(making.make("lena", KEY, wanted)).text();
    }

    boolean redeems(String uid, String code) {
      return Wait.forResult(
          links
              .redeem(uid, code, Relationship.PARENT)
              .map(true)
              .recover(refused -> Future.succeededFuture(false)));
    }

    int guardians() {
      return Wait.forResult(store.find("p-lena")).orElseThrow().guardians().size();
    }

    /** How many of five are told that they have redeemed the one code. */
    long welcomedOfFiveAtOnce() {
      var code = code();
      var all =
          IntStream.range(0, 5)
              .mapToObj(i -> links.redeem("adult-" + i, code, Relationship.PARENT))
              .toList();
      Wait.forResult(Future.join(all).otherwiseEmpty());
      return all.stream().filter(Future::succeeded).count();
    }
  }

  /** Does not look whether somebody was first. */
  private static final class Unguarded extends GuardianCodeStore {
    Unguarded(Mongo mongo) {
      super(mongo);
    }

    @Override
    Bson free(String uid) {
      return exists("_id");
    }
  }
}
