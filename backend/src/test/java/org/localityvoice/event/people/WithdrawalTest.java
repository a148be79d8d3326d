package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Collected;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.LinkTier;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What others are told when a consent counts no more, and what is kept of it. */
@ExtendWith(StoreExtension.class)
class WithdrawalTest {
  private static final GuardianRule DECLARED = new GuardianRule(true, LinkTier.DECLARED, true);

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Vertx vertx = Vertx.vertx();
  private final List<ConsentWithdrawn> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void whoever_depends_on_a_consent_is_told_with_the_write_that_takes_it_back(Store store) {
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
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
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
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
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
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
  void that_somebody_consented_is_kept_for_a_year_after_it_counts_no_more(Store store) {
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
    parts.add("child", "mother");
    parts.consent("child", "mother", "one", "easter");
    parts.consent("child", "mother", "two", "summer");
    Wait.forResult(parts.consents.withdraw("mother", "child", "one"));
    clock.advance(Tidying.EVIDENCE.minusMillis(1));
    parts.works();
    assertThat(Wait.forResult(parts.store.find("child")).orElseThrow().consents()).hasSize(2);
    clock.advance(Duration.ofMillis(1));
    parts.works();
    assertThat(Wait.forResult(parts.store.find("child")).orElseThrow().consents())
        .extracting(Consent::id)
        .containsExactly("two");
  }

  @Test
  void whom_nobody_can_reach_at_eighteen_is_removed_unless_staff_have_to_look(Store store) {
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
    parts.add("child", "mother");
    parts.add("held", "mother");
    Wait.forResult(
        parts.store.change(
            "held",
            seen ->
                Decision.replace(
                    Draft.of(seen)
                        .hold(Hold.set(Hold.Reason.SAFEGUARDING, null, clock.instant()))
                        .next(clock.instant()),
                    true)));
    var birthday =
        PeopleParts.BORN.plusYears(18).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    clock.advance(Duration.between(clock.instant(), birthday).minusSeconds(1));
    parts.works();
    assertThat(Wait.forResult(parts.people.of("mother"))).hasSize(2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(Wait.forResult(parts.people.of("mother"))).isEmpty();
    parts.works();
    assertThat(Wait.forResult(parts.people.find("child"))).isEmpty();
    assertThat(Wait.forResult(parts.people.find("held"))).isPresent();
  }

  @Test
  void a_removal_that_was_cut_off_costs_nobody_the_room_for_a_child(Store store) {
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
    var mother = new Details("Ola", "Kowalczyk", LocalDate.parse("1990-01-01"), null);
    var now = clock.instant();
    Wait.forResult(
        parts.store.add(Participants.first("m", "mother", "mother", mother, List.of(), now)));
    var details = new Details("Staś", "Kowalczyk", PeopleParts.BORN, null);
    for (var i = 0; i < ProfileService.MOST_CHILDREN; i++) {
      Wait.forResult(parts.profiles.addChild("mother", "c" + i, details, Relationship.PARENT));
    }
    assertThatThrownBy(
            () ->
                Wait.forResult(
                    parts.profiles.addChild("mother", "more", details, Relationship.PARENT)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("too-many-children"));
    // Written, and cut off before the account was told.
    Wait.forResult(
        parts.store.change(
            "c3", seen -> Decision.replace(ProfileService.removed(seen, now), true)));
    var made =
        Wait.forResult(parts.profiles.addChild("mother", "more", details, Relationship.PARENT));
    assertThat(made.fresh()).isTrue();
  }

  @Test
  void nobody_gives_a_consent_for_somebody_elses_child(Store store) {
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
    parts.add("child", "mother");
    assertThatThrownBy(() -> parts.consent("child", "stranger", "one", "easter"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("not-found"));
  }
}
