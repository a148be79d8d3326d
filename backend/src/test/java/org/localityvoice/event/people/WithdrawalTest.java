package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Collected;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.LinkTier;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What others are told when a consent counts no more, and what keeps somebody from taking part. */
@ExtendWith(StoreExtension.class)
class WithdrawalTest {
  private static final LocalDate BORN = LocalDate.parse("2018-03-01");
  private static final AgeRange AGES = new AgeRange(5, 12);
  private static final GuardianRule CODE = new GuardianRule(true, LinkTier.CODE, true);
  private static final GuardianRule DECLARED = new GuardianRule(true, LinkTier.DECLARED, true);
  private static final GuardianRule NOTHING = new GuardianRule(false, LinkTier.DECLARED, false);

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Vertx vertx = Vertx.vertx();
  private final List<ConsentWithdrawn> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void whoever_depends_on_a_consent_is_told_with_the_write_that_takes_it_back(Store store) {
    var parts = new Parts(store.connect());
    parts.add("child", "mother");
    parts.consent("child", "mother", "one", "easter");
    Wait.forResult(parts.consents.withdraw("mother", "child", "one"));
    // Cut off here, nothing is lost: what is to be told lies in the document.
    var waiting = Wait.forResult(parts.store.find("child")).orElseThrow().outbox();
    assertThat(waiting).extracting(one -> one.kind()).containsExactly("event.consent-withdrawn");
    Wait.forResult(parts.consents.withdraw("mother", "child", "one"));
    parts.works();
    assertThat(told)
        .containsExactly(
            new ConsentWithdrawn("child", Purpose.TAKING_PART, "easter", clock.instant()));
    assertThat(told.get(0).freesPlaces()).isTrue();
  }

  @Test
  void what_a_guardian_consented_to_ends_with_their_link(Store store) {
    var parts = new Parts(store.connect());
    parts.add("child", "mother", "father");
    parts.consent("child", "mother", "one", "easter");
    parts.consent("child", "father", "two", "summer");
    var link = PeopleViews.linkId("child", "father");
    Wait.forResult(new LeaveService(parts.people, parts.store).end("father", "child", link));
    parts.works();
    assertThat(told).extracting(ConsentWithdrawn::event).containsExactly("summer");
    assertThat(parts.obstacles("child", "easter", DECLARED)).isEmpty();
    assertThat(parts.obstacles("child", "summer", DECLARED))
        .containsExactly(Obstacle.GUARDIAN_CONSENT);
  }

  @Test
  void of_somebody_who_is_removed_nothing_is_left_but_that_there_were_consents(Store store) {
    var parts = new Parts(store.connect());
    parts.add("child", "mother");
    parts.consent("child", "mother", "one", "easter");
    var needs = new Needs("no peanuts", null, null, null, null, null, null);
    var all = EnumSet.allOf(Collected.class);
    Wait.forResult(parts.vault.put("club", "child", needs, all, clock.instant(), "/needs"));
    Wait.forResult(parts.profiles.remove("mother", "child"));
    assertThat(Wait.forResult(parts.people.find("child"))).isEmpty();
    parts.works();
    assertThat(told).containsExactly(new ConsentWithdrawn("child", null, null, clock.instant()));
    var reader = new Signatory("leader", "partner-officer");
    assertThat(Wait.forResult(parts.vault.read(reader, "club", "child", all))).isEmpty();
    var left = Wait.forResult(parts.store.find("child")).orElseThrow();
    assertThat(left.details()).isEqualTo(Details.NONE);
    assertThat(left.guardians()).isEmpty();
    assertThat(left.keys()).isEmpty();
    assertThat(left.consents()).hasSize(1).allMatch(Consent::withdrawn);
    clock.advance(Tidying.EVIDENCE.minusMillis(1));
    parts.works();
    assertThat(Wait.forResult(parts.store.find("child"))).isPresent();
    clock.advance(Duration.ofMillis(1));
    parts.works();
    assertThat(Wait.forResult(parts.store.find("child"))).isEmpty();
  }

  @Test
  void a_session_says_how_sure_it_must_be_of_a_guardian(Store store) {
    var parts = new Parts(store.connect());
    parts.add("child", "mother");
    assertThat(parts.obstacles("child", "easter", NOTHING)).isEmpty();
    assertThat(parts.obstacles("child", "easter", DECLARED))
        .containsExactly(Obstacle.GUARDIAN_CONSENT);
    parts.consent("child", "mother", "one", "easter");
    assertThat(parts.obstacles("child", "easter", DECLARED)).isEmpty();
    assertThat(parts.obstacles("child", "easter", CODE)).containsExactly(Obstacle.GUARDIAN_TIER);
    assertThat(parts.obstacles("child", "summer", DECLARED))
        .containsExactly(Obstacle.GUARDIAN_CONSENT);
  }

  @Test
  void ages_are_counted_on_the_day_of_the_session(Store store) {
    var parts = new Parts(store.connect());
    parts.add("child", "mother");
    var child = Wait.forResult(parts.people.find("child")).orElseThrow();
    var birthday = BORN.plusYears(13);
    assertThat(on(child, birthday.minusDays(1))).isEmpty();
    assertThat(on(child, birthday)).containsExactly(Obstacle.TOO_OLD);
    assertThat(on(child, BORN.plusYears(5).minusDays(1))).containsExactly(Obstacle.TOO_YOUNG);
    assertThat(on(child, BORN.plusYears(5))).isEmpty();
    // From eighteen on no guardian has to consent, even if it is booked before that.
    var grown = new AgeRange(16, 20);
    assertThat(Obstacle.of(child, "e", BORN.plusYears(18), parts.people.today(), grown, DECLARED))
        .isEmpty();
    assertThat(
            Obstacle.of(
                child, "e", BORN.plusYears(18).minusDays(1), parts.people.today(), grown, DECLARED))
        .containsExactly(Obstacle.GUARDIAN_CONSENT);
  }

  @Test
  void nobody_gives_a_consent_for_somebody_elses_child(Store store) {
    var parts = new Parts(store.connect());
    parts.add("child", "mother");
    assertThatThrownBy(() -> parts.consent("child", "stranger", "one", "easter"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-found"));
  }

  private static Set<Obstacle> on(Participant child, LocalDate day) {
    return Obstacle.of(child, "e", day, day, AGES, NOTHING);
  }

  /** The parts of the feature on a store. */
  private final class Parts {
    final ParticipantStore store;
    final People people;
    final Vault vault;
    final ProfileService profiles;
    final ConsentService consents;
    private final Jobs jobs;

    Parts(Mongo mongo) {
      var random = new SecureRandom();
      var compareAndSet = new CompareAndSet(vertx, random);
      jobs = new Jobs(vertx, new Leases(mongo, "test", clock), clock, Duration.ofSeconds(30));
      var relay = new Relay(mongo, jobs, clock);
      store = new ParticipantStore(mongo, compareAndSet);
      people = new People(store, clock, ZoneId.of("Europe/London"));
      vault = VaultTest.vault(mongo, clock);
      profiles = new ProfileService(people, store, new AccountStore(mongo));
      var rules = new RulesStore(mongo);
      consents = new ConsentService(people, store, new Rules(rules));
      var feature =
          new PeopleFeature(
              mongo,
              compareAndSet,
              new org.localityvoice.locality.Areas(
                  new org.localityvoice.locality.AreaStore(mongo, compareAndSet), clock),
              relay,
              clock,
              ZoneId.of("Europe/London"),
              random,
              VaultTest.master(1));
      feature.connect(
          relay,
          jobs,
          List.of(
              what -> {
                told.add(what);
                return Future.succeededFuture();
              }));
      Wait.forResult(mongo.ready());
      var text = new org.localityvoice.locality.Text(java.util.Map.of("en", "I agree."));
      Wait.forResult(
          rules.write(
              new EventRules(
                  EventRules.ONLY,
                  List.of(),
                  List.of(new EventRules.Wording("taking-part", "1", text)))));
    }

    void add(String id, String... guardians) {
      var links = new ArrayList<GuardianLink>();
      for (var guardian : guardians) {
        links.add(GuardianLink.declared(guardian, Relationship.PARENT, clock.instant()));
      }
      var details = new Details("Staś", "Kowalczyk", BORN, null);
      var child = Participants.first(id, null, guardians[0], details, links, clock.instant());
      assertThat(Wait.forResult(store.add(child))).isTrue();
    }

    void consent(String child, String guardian, String id, String event) {
      var sent = new ConsentService.Sent(id, Purpose.TAKING_PART, event, "1", "en");
      Wait.forResult(consents.give(guardian, child, sent));
    }

    Set<Obstacle> obstacles(String id, String event, GuardianRule rule) {
      var today = people.today();
      var child = Wait.forResult(people.find(id)).orElseThrow();
      return Obstacle.of(child, event, today, today, AGES, rule);
    }

    void works() {
      Wait.forResult(jobs.runAllNow());
      Wait.forResult(jobs.runAllNow());
    }
  }
}
