package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.function.Function;
import org.localityvoice.event.people.GuardianCode.Kind;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/**
 * What redeeming is for every kind of code: it is looked at first, then used up by one conditional
 * update, and then the participant is changed. Whoever was cut off in between tries again and goes
 * on. A link remembers its code, so redeeming twice does once.
 */
final class Redeeming {
  private final People people;
  private final ParticipantStore participants;
  private final GuardianCodeStore codes;

  Redeeming(People people, ParticipantStore participants, GuardianCodeStore codes) {
    this.people = people;
    this.participants = participants;
    this.codes = codes;
  }

  /** The code that somebody has typed, if they can redeem it; else not found, whatever it is. */
  Future<GuardianCode> open(String uid, String typed) {
    return codes
        .byDigest(GuardianCode.digest(typed))
        .map(
            found ->
                found.filter(code -> code.open(uid, people.now())).orElseThrow(Problem::notFound));
  }

  /** The participant that a code names. */
  Future<Participant> participant(GuardianCode code) {
    return people
        .find(String.valueOf(code.participant()))
        .map(found -> found.orElseThrow(Problem::notFound));
  }

  /** Uses a code up for a participant, for whom it must be possible; gives back their id. */
  Future<String> use(String uid, GuardianCode code, Participant seen) {
    mustBeOpen(seen, code);
    return codes
        .redeem(code.id(), uid)
        .map(
            won -> {
              if (!won) {
                throw Problem.notFound();
              }
              return seen.id();
            });
  }

  /** Writes what a code leads to, once. */
  Future<Participant> change(String id, GuardianCode code, Function<Participant, Draft> decide) {
    return participants.change(
        id,
        seen -> {
          if (seen.guardians().stream().anyMatch(link -> code.digest().equals(link.code()))) {
            return Decision.keep(seen);
          }
          mustBeOpen(seen, code);
          var next = decide.apply(seen).next(people.now());
          return Decision.replace(next, next);
        });
  }

  private void mustBeOpen(Participant seen, GuardianCode code) {
    if (seen.removedAt() != null) {
      throw Problem.notFound();
    }
    ProfileService.mustNotBeOnHold(seen);
    if (seen.adultOn(people.today())) {
      throw Problem.conflict("not-a-child");
    }
    // Whoever invited a guardian must still be able to.
    if (code.kind() != Kind.YOUNG_PERSON && !seen.actedForBy(code.maker(), people.today())) {
      throw Problem.notFound();
    }
  }
}
