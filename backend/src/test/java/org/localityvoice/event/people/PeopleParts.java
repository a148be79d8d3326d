package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;
import org.localityvoice.schedule.Leases;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Wait;

/** The parts of the feature on a store, with children to try them on. */
final class PeopleParts {
  static final LocalDate BORN = LocalDate.parse("2018-03-01");
  static final AgeRange AGES = new AgeRange(5, 12);
  private static final ZoneId ZONE = ZoneId.of("Europe/London");

  private final HandClock clock;
  final ParticipantStore store;
  final People people;
  final Vault vault;
  final ProfileService profiles;
  final ConsentService consents;
  private final Jobs jobs;

  /**
   * The parts.
   *
   * @param told gets what others are told
   */
  PeopleParts(Mongo mongo, Vertx vertx, HandClock clock, List<ConsentWithdrawn> told) {
    this.clock = clock;
    var random = new SecureRandom();
    var compareAndSet = new CompareAndSet(vertx, random);
    jobs = new Jobs(vertx, new Leases(mongo, "test", clock), clock, Duration.ofSeconds(30));
    var relay = new Relay(mongo, jobs, clock);
    store = new ParticipantStore(mongo, compareAndSet);
    var rules = new RulesStore(mongo);
    people = new People(store, new Rules(rules), clock, ZONE);
    vault = VaultTest.vault(mongo, clock);
    profiles = new ProfileService(people, store, new AccountStore(mongo));
    consents = new ConsentService(people, store, new Rules(rules));
    var feature =
        new PeopleFeature(
            mongo,
            compareAndSet,
            new Areas(new AreaStore(mongo, compareAndSet), clock),
            relay,
            session -> Future.succeededFuture(Optional.empty()),
            clock,
            ZONE,
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
    var text = new Text(Map.of("en", "I agree."));
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
