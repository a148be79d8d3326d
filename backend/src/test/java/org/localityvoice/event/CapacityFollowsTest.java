package org.localityvoice.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.event.Organisers.FIRST;
import static org.localityvoice.event.Organisers.THEO;
import static org.localityvoice.event.Organisers.drafts;
import static org.localityvoice.event.Organisers.get;
import static org.localityvoice.event.Organisers.plan;
import static org.localityvoice.event.Organisers.pooled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.event.Organisers.Instance;
import org.localityvoice.event.allocation.Allotment;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.Entrance;
import org.localityvoice.event.allocation.Party;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.event.allocation.WaitlistRule;
import org.localityvoice.mongo.Decision;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** The allotment follows its session, and the session shows how full it is. */
@ExtendWith(StoreExtension.class)
class CapacityFollowsTest {
  private static void publish(Instance on, Event event) {
    get(on.services().publishing().publish(event));
    on.works();
  }

  private static void join(Instance on, String session, int first, int parties) {
    IntStream.range(first, first + parties)
        .forEach(
            i -> {
              var party = new Party("reg-" + i, "account-" + i, List.of("child-" + i));
              var join = new Command.Join(session, party, Entrance.RESIDENT);
              get(allotments(on).apply(on.session(session).allotmentId(), join));
            });
    on.works();
  }

  private static org.localityvoice.event.allocation.Allotments allotments(Instance on) {
    return on.feature().events().allotments();
  }

  private static Allotment allotment(Instance on, String session) {
    return get(allotments(on).read(on.session(session).allotmentId())).orElseThrow();
  }

  private static void change(Instance on, String session, Plan plan) {
    get(on.services().changing().change(session, one -> plan, Optional.empty(), THEO, ""));
    on.works();
  }

  @Test
  void of_four_places_the_last_two_are_few(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      var plan = new Plan(Organisers.slot(FIRST, "main-hall"), new Terms(4, null, Policy.usual(4)));
      publish(on, drafts(on, "feast", plan));
      join(on, "feast-0", 0, 1);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.AVAILABLE);
      join(on, "feast-0", 1, 1);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.FEW);
      join(on, "feast-0", 2, 1);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.FEW);
    }
  }

  @Test
  void as_places_are_taken_everybody_is_told_bands_and_no_numbers(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      var policy = new Policy(WaitlistRule.FIRST_COME, 2, 24, false);
      var plan = new Plan(Organisers.slot(FIRST, "main-hall"), new Terms(10, null, policy));
      publish(on, drafts(on, "feast", plan));
      assertThat(on.session("feast-0").places()).isEqualTo(Places.AVAILABLE);
      join(on, "feast-0", 0, 7);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.AVAILABLE);
      join(on, "feast-0", 7, 1);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.FEW);
      join(on, "feast-0", 8, 2);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.FULL);
      join(on, "feast-0", 10, 2);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.WAITLIST_CLOSED);
      var edition = on.session("feast-0").edition();
      change(on, "feast-0", plan(FIRST, "main-hall", 30));
      assertThat(on.session("feast-0").places()).isEqualTo(Places.AVAILABLE);
      assertThat(on.session("feast-0").edition())
          .as("counts what people change, and not what places do")
          .isEqualTo(edition + 1);
    }
  }

  @Test
  void an_effect_that_comes_again_or_late_does_not_take_the_band_back(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      publish(on, drafts(on, "feast", plan(FIRST, "main-hall", 10)));
      join(on, "feast-0", 0, 10);
      var sessions = on.services().sessions();
      var version = on.session("feast-0").placesVersion();
      get(sessions.project("feast-0", Places.AVAILABLE, version));
      get(sessions.project("feast-0", Places.AVAILABLE, version - 1));
      assertThat(on.session("feast-0").places()).isEqualTo(Places.FULL);
      get(sessions.project("feast-0", Places.AVAILABLE, version + 1));
      assertThat(on.session("feast-0").places()).isEqualTo(Places.AVAILABLE);
    }
  }

  @Test
  void other_times_places_and_rules_reach_the_allotment_and_nobody_loses_a_place(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      publish(on, drafts(on, "feast", plan(FIRST, "main-hall", 10)));
      join(on, "feast-0", 0, 6);
      var later = FIRST.plus(Duration.ofDays(1));
      change(on, "feast-0", plan(later, "other", 4));
      var places = allotment(on, "feast-0").session("feast-0").orElseThrow();
      assertThat(places.startsAt()).isEqualTo(later);
      assertThat(places.capacity()).isEqualTo(4);
      assertThat(places.policy()).isEqualTo(Policy.usual(4));
      assertThat(places.taken()).isEqualTo(6);
      assertThat(on.session("feast-0").places()).isEqualTo(Places.FULL);
      assertThat(on.session("feast-0").sequence()).isEqualTo(1);
      change(on, "feast-0", plan(later, "other", 5));
      assertThat(on.session("feast-0").sequence()).as("neither time nor venue").isEqualTo(1);
    }
  }

  @Test
  void sessions_with_a_pool_share_one_number_that_day_and_keep_it(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      var noon = FIRST.plus(Duration.ofHours(2));
      var event = drafts(on, "feast", pooled(FIRST, 20, 25));
      organisers.clock.advance(Duration.ofSeconds(1));
      get(on.services().making().create(event, List.of(second(noon)), THEO));
      publish(on, event);
      assertThat(allotment(on, "feast-0").sessions()).hasSize(2);
      assertThat(allotment(on, "feast-0").poolCapacity()).isEqualTo(24);
      assertThat(on.sessions("feast")).extracting(Session::poolCapacity).containsOnly(24);
      organisers.clock.advance(Duration.ofSeconds(1));
      change(on, "feast-0", pooled(FIRST, 20, 12));
      assertThat(allotment(on, "feast-1").poolCapacity()).isEqualTo(12);
      assertThat(on.sessions("feast")).extracting(Session::poolCapacity).containsOnly(12);
      join(on, "feast-0", 0, 10);
      assertThat(on.session("feast-1").places()).as("gone from both").isEqualTo(Places.FEW);
      assertThatThrownBy(
              () -> change(on, "feast-0", pooled(FIRST.plus(Duration.ofDays(1)), 20, 12)))
          .hasMessage("session-keeps-pool");
      assertThatThrownBy(() -> change(on, "feast-0", plan(FIRST, "main-hall", 20)))
          .hasMessage("session-keeps-pool");
    }
  }

  private static NewSessions.Fresh second(Instant at) {
    return new NewSessions.Fresh("feast-1", pooled(at, 20, 24));
  }

  @Test
  void a_draft_that_is_moved_while_it_is_published_is_published_as_it_is_then(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      var event = drafts(on, "feast", plan(FIRST, "main-hall", 10));
      var publishing = on.services().publishing().publish(event);
      var later = plan(FIRST.plus(Duration.ofDays(2)), "main-hall", 7);
      var moving =
          on.services().changing().change("feast-0", one -> later, Optional.empty(), THEO, "");
      get(publishing);
      get(moving);
      on.works();
      var session = on.session("feast-0");
      assertThat(session.status()).isEqualTo(SessionStatus.SCHEDULED);
      assertThat(session.plan()).isEqualTo(later);
      var places = allotment(on, "feast-0").session("feast-0").orElseThrow();
      assertThat(places.startsAt()).isEqualTo(session.startsAt());
      assertThat(places.capacity()).isEqualTo(7);
    }
  }

  @Test
  void what_follows_from_an_event_is_done_although_one_of_its_sessions_is_over(Store store) {
    try (var organisers = new Organisers(store)) {
      var on = organisers.instance();
      var later = FIRST.plus(Duration.ofDays(2));
      var event = drafts(on, "feast", plan(FIRST, "main-hall", 10), plan(later, "main-hall", 10));
      publish(on, event);
      organisers.clock.advance(Duration.between(Organisers.NOW, FIRST.plus(Duration.ofHours(1))));
      var events = new EventStore(on.mongo(), on.changes());
      var published = get(events.find("feast")).orElseThrow();
      var reworded = MadeEvents.event("feast", new AgeRange(7, 9)).programme();
      // Nobody has carried the first out when the second is written.
      get(
          events.change(
              "feast", seen -> Decision.replace(seen.with(reworded, Organisers.NOW), true)));
      get(on.services().publishing().cancel(published));
      on.works();
      assertThat(get(events.find("feast")).orElseThrow().outbox()).isEmpty();
      assertThat(on.session("feast-0").status()).isEqualTo(SessionStatus.SCHEDULED);
      assertThat(on.session("feast-0").ages()).as("as it was").isEqualTo(new AgeRange(6, 10));
      assertThat(on.session("feast-1").status()).isEqualTo(SessionStatus.CANCELLED);
      assertThat(on.session("feast-1").ages()).isEqualTo(new AgeRange(7, 9));
    }
  }
}
