package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Consents: given one at a time, taken back at once. */
final class ConsentService {
  private static final int MOST = 200;

  private final People people;
  private final ParticipantStore store;
  private final Rules rules;

  ConsentService(People people, ParticipantStore store, Rules rules) {
    this.people = people;
    this.store = store;
    this.rules = rules;
  }

  /** What somebody agrees to, as they have read it. */
  record Sent(
      String id, Purpose purpose, @Nullable String event, String wordingVersion, String language) {}

  /**
   * What came of it.
   *
   * @param fresh whether it was not there before
   */
  record Given(Consent consent, boolean fresh) {}

  /** Gives a consent, as the participant or as their guardian. */
  Future<Given> give(String uid, String participant, Sent sent) {
    return checked(sent)
        .compose(
            now ->
                store.change(
                    participant,
                    seen -> {
                      mustActFor(uid, seen);
                      var method = seen.is(uid) ? Method.SELF : Method.GUARDIAN;
                      return given(seen, consent(uid, method, sent, now), now);
                    }));
  }

  /** Gives a consent in the name of a council that is the corporate parent. */
  Future<Given> give(Signatory staff, String participant, Sent sent) {
    return checked(sent)
        .compose(
            now ->
                store.change(
                    participant,
                    seen -> {
                      if (seen.corporateParent() == null || seen.adultOn(people.today())) {
                        throw Problem.conflict("no-corporate-parent");
                      }
                      return given(
                          seen, consent(staff.uid(), Method.CORPORATE_PARENT, sent, now), now);
                    }));
  }

  private Decision<Participant, Given> given(Participant seen, Consent wanted, EventRules now) {
    var known = seen.consents().stream().filter(one -> one.id().equals(wanted.id())).findFirst();
    if (known.isPresent()) {
      if (!known.get().same(wanted)) {
        throw Problem.conflict("consent-id-taken");
      }
      return Decision.keep(new Given(known.get(), false));
    }
    ProfileService.mustNotBeOnHold(seen);
    mayGive(seen, wanted, now);
    if (seen.consents().size() >= MOST) {
      throw Problem.conflict("too-many-consents", MOST);
    }
    var next = Draft.of(seen).consent(wanted).next(people.now());
    return Decision.replace(next, new Given(wanted, true));
  }

  private void mayGive(Participant seen, Consent wanted, EventRules now) {
    var today = people.today();
    var grown = seen.adultOn(today);
    if (wanted.purpose() == Purpose.TAKING_PART && grown) {
      throw Problem.conflict("not-a-child");
    }
    if (wanted.method() == Method.GUARDIAN && seen.corporateParent() != null) {
      throw Problem.conflict("corporate-parent-consents");
    }
    var young = seen.ageOn(today) < now.consentAge(today);
    if (wanted.method() == Method.SELF && (wanted.purpose() == Purpose.TAKING_PART || young)) {
      throw Problem.conflict("guardian-consents");
    }
  }

  private Consent consent(String uid, Method method, Sent sent, EventRules now) {
    var text = now.wording(sent.purpose()).map(one -> Rules.text(one, sent.language()).id());
    return new Consent(
        sent.id(),
        sent.purpose(),
        sent.event(),
        sent.wordingVersion(),
        sent.language(),
        text.orElse(""),
        uid,
        people.now(),
        method,
        null,
        null);
  }

  /** The rules, if what was sent names the text that counts now and nothing that does not fit. */
  private Future<EventRules> checked(Sent sent) {
    return rules.now().map(now -> checked(sent, now));
  }

  private static EventRules checked(Sent sent, EventRules now) {
    var wording =
        now.wording(sent.purpose()).filter(one -> one.version().equals(sent.wordingVersion()));
    if (wording.isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("/wordingVersion", "wording-not-current")));
    }
    if (!wording.get().text().byLanguage().containsKey(sent.language())) {
      throw Problem.invalid(List.of(Violation.at("/language", "wording-language")));
    }
    if ((sent.purpose() == Purpose.TAKING_PART) != (sent.event() != null)) {
      var code = sent.event() == null ? "required" : "additionalProperties";
      throw Problem.invalid(List.of(Violation.at("/event", code)));
    }
    return now;
  }

  /**
   * Takes a consent back, whoever gave it; those who depend on it are told by an effect of the same
   * write. Where two guardians do not agree, staff have to look.
   */
  Future<Participant> withdraw(String uid, String participant, String consent) {
    return store.change(
        participant,
        seen -> {
          mustActFor(uid, seen);
          return withdrawn(seen, consent, uid, disagree(seen, consent, uid));
        });
  }

  /** The same in the name of a council that is the corporate parent, and of no other. */
  Future<Participant> withdraw(Signatory staff, String participant, String consent) {
    return store.change(
        participant,
        seen -> {
          var live = find(seen, consent).filter(one -> !one.withdrawn()).isPresent();
          if (live && seen.corporateParent() == null) {
            throw Problem.conflict("no-corporate-parent");
          }
          return withdrawn(seen, consent, staff.uid(), false);
        });
  }

  private Decision<Participant, Participant> withdrawn(
      Participant seen, String id, String by, boolean disagree) {
    var consent = find(seen, id).orElseThrow(Problem::notFound);
    if (consent.withdrawn()) {
      return Decision.keep(seen);
    }
    var now = people.now();
    var draft =
        Draft.of(seen)
            .consents(one -> one.id().equals(id) ? one.withdrawn(by, now) : one)
            .effect(ConsentWithdrawn.effect(seen, consent, now));
    if (disagree && !seen.onHold()) {
      draft.hold(Hold.set(Hold.Reason.GUARDIANS_DISAGREE, null, now));
      HoldNotice.effect(seen, now).ifPresent(draft::effect);
    }
    var next = draft.next(now);
    return Decision.replace(next, next);
  }

  /** Whether a guardian takes back what another one, who still is one, has given. */
  private boolean disagree(Participant seen, String id, String uid) {
    return find(seen, id)
        .filter(one -> !seen.is(uid) && !one.by().equals(uid))
        .filter(
            one ->
                one.method() == Method.CORPORATE_PARENT
                    || (one.method() == Method.GUARDIAN
                        && seen.guardian(one.by(), people.today()).isPresent()))
        .isPresent();
  }

  private static Optional<Consent> find(Participant seen, String id) {
    return seen.consents().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private void mustActFor(String uid, Participant seen) {
    if (seen.removedAt() != null || !seen.actedForBy(uid, people.today())) {
      throw Problem.notFound();
    }
  }
}
