package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.localityvoice.identity.Signatory;

/** What holds of a participant after anything that may happen to them. */
class ParticipantPropertiesTest {
  private static final LocalDate BORN = LocalDate.parse("2012-02-29");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Signatory STAFF = new Signatory("nadia", "neighbourhood-manager");

  /** Something that happens, and to whom. */
  record Step(int what, int who) {}

  @Property
  void who_finds_a_participant_is_who_acts_for_them(@ForAll("steps") List<Step> steps) {
    var seen = first();
    var at = NOW;
    for (var step : steps) {
      at = at.plus(Duration.ofMinutes(1));
      var before = seen;
      seen = after(seen, step, at);
      assertThat(seen.version()).isEqualTo(before.version() + 1);
      var acting = new TreeSet<String>();
      for (var uid : List.of("self", "g0", "g1", "g2", "nadia")) {
        if (seen.actedForBy(uid, TODAY)) {
          acting.add(uid);
        }
      }
      assertThat(new TreeSet<>(seen.keys())).isEqualTo(acting);
      assertThat(seen.heldSince() != null).isEqualTo(seen.onHold());
      assertThat(seen.adultOn() != null).isEqualTo(!seen.guardians(TODAY).isEmpty());
      assertThat(seen.guardians(BORN.plusYears(18).plusDays(1))).isEmpty();
      assertThat(seen.consents().subList(0, before.consents().size()))
          .as("rows stay in their order")
          .extracting(Consent::id)
          .isEqualTo(before.consents().stream().map(Consent::id).toList());
      for (var consent : seen.consents(Purpose.PHOTOS, null, TODAY)) {
        assertThat(consent.withdrawn()).isFalse();
        assertThat(seen.actedForBy(consent.by(), TODAY)).isTrue();
      }
    }
  }

  private static Participant first() {
    var details = new Details("A", "B", BORN, "newport");
    var link = GuardianLink.declared("g0", Relationship.PARENT, NOW);
    return Participants.first("p", "self", "self", details, List.of(link), NOW);
  }

  private static Participant after(Participant seen, Step step, Instant at) {
    var guardian = "g" + step.who();
    var draft = Draft.of(seen);
    switch (step.what()) {
      case 0 -> draft.link(GuardianLink.declared(guardian, Relationship.RELATIVE, at));
      case 1 -> draft.unlink(guardian, at);
      case 2 -> consent(seen, draft, guardian, Method.GUARDIAN, at);
      case 3 -> consent(seen, draft, "self", Method.SELF, at);
      case 4 -> draft.consents(one -> one.withdrawn() ? one : one.withdrawn(guardian, at));
      case 5 -> hold(seen, draft, at);
      default -> draft.holds(one -> one.open() ? one.released(STAFF, at) : one);
    }
    return draft.next(at);
  }

  private static void hold(Participant seen, Draft draft, Instant at) {
    if (!seen.onHold()) {
      draft.hold(Hold.set(Hold.Reason.SAFEGUARDING, STAFF, at));
    }
  }

  private static void consent(Participant seen, Draft draft, String by, Method method, Instant at) {
    if (seen.actedForBy(by, TODAY)) {
      var id = "c" + seen.consents().size();
      draft.consent(
          new Consent(id, Purpose.PHOTOS, null, "1", "en", "t", by, at, method, null, null));
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6), Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
