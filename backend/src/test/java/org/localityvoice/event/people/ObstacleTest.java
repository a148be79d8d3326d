package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.people.PeopleParts.BORN;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.LinkTier;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What keeps somebody from taking part. */
@ExtendWith(StoreExtension.class)
class ObstacleTest {
  private static final GuardianRule CODE = new GuardianRule(true, LinkTier.CODE, true);
  private static final GuardianRule DECLARED = new GuardianRule(true, LinkTier.DECLARED, true);
  private static final GuardianRule NOTHING = new GuardianRule(false, LinkTier.DECLARED, false);

  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));
  private final Vertx vertx = Vertx.vertx();
  private final List<ConsentWithdrawn> told = new ArrayList<>();

  @AfterEach
  void close() {
    Wait.forResult(vertx.close());
  }

  @Test
  void a_session_says_how_sure_it_must_be_of_a_guardian(Store store) {
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
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
    var parts = new PeopleParts(store.connect(), vertx, clock, told);
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

  private static Set<Obstacle> on(Participant child, LocalDate day) {
    return Obstacle.of(child, "e", day, day, PeopleParts.AGES, NOTHING);
  }
}
