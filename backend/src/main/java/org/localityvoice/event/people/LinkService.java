package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.LinkTier;
import org.localityvoice.event.people.GuardianCode.Kind;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Redeems the codes by which guardians and young people find each other. */
final class LinkService {
  private static final int MOST_GUARDIANS = 6;

  private final People people;
  private final ParticipantStore participants;
  private final Redeeming redeeming;
  private final OwnLoginService logins;
  private final CodeService adults;

  LinkService(
      People people,
      ParticipantStore participants,
      Redeeming redeeming,
      OwnLoginService logins,
      CodeService adults) {
    this.people = people;
    this.participants = participants;
    this.redeeming = redeeming;
    this.logins = logins;
    this.adults = adults;
  }

  /**
   * Redeems a code; an unknown one, one that has run out, and one that somebody else has used or
   * made are all not found.
   *
   * @param relationship the redeemer's, where they become a guardian
   */
  Future<Participant> redeem(String uid, String typed, @Nullable Relationship relationship) {
    return redeeming
        .open(uid, typed)
        .compose(
            code ->
                switch (code.kind()) {
                  case GUARDIAN -> guardian(uid, code, relationship);
                  case YOUNG_PERSON -> youngPerson(uid, code);
                  case OWN_LOGIN -> logins.redeem(uid, code);
                  case STAFF_CHECK -> Future.failedFuture(Problem.notFound());
                });
  }

  private Future<Participant> guardian(
      String uid, GuardianCode code, @Nullable Relationship relationship) {
    if (relationship == null) {
      throw Problem.invalid(List.of(Violation.at("/relationship", "required")));
    }
    return participants
        .self(uid)
        .map(adults::adult)
        .compose(adult -> people.of(uid))
        .compose(
            mine -> {
              if (mine.size() >= People.MOST) {
                throw Problem.conflict("too-many-children", People.MOST);
              }
              return redeeming.participant(code);
            })
        .compose(seen -> redeeming.use(uid, code, seen))
        .compose(id -> redeeming.change(id, code, seen -> linked(seen, uid, relationship, code)));
  }

  private Future<Participant> youngPerson(String uid, GuardianCode code) {
    var relationship = code.relationship();
    return participants
        .self(uid)
        .map(own -> own.orElseThrow(() -> Problem.conflict("profile-needed")))
        .compose(own -> redeeming.use(uid, code, own))
        .compose(
            id ->
                redeeming.change(
                    id,
                    code,
                    seen ->
                        linked(
                            seen,
                            code.maker(),
                            relationship == null ? Relationship.OTHER_CARER : relationship,
                            code)));
  }

  private Draft linked(
      Participant seen, String guardian, Relationship relationship, GuardianCode code) {
    if (seen.is(guardian)) {
      throw Problem.notFound();
    }
    var today = people.today();
    var known = seen.guardian(guardian, today);
    var sure = sure(seen, code, today);
    if (known.isPresent()) {
      return Draft.of(seen)
          .link(sure ? known.get().confirmed(code.digest()) : known.get().by(code.digest()));
    }
    if (seen.guardians(today).size() >= MOST_GUARDIANS) {
      throw Problem.conflict("too-many-guardians", MOST_GUARDIANS);
    }
    var link = GuardianLink.declared(guardian, relationship, people.now());
    return Draft.of(seen).link(sure ? link.confirmed(code.digest()) : link.by(code.digest()));
  }

  /**
   * Whether a code makes a link surer. A guardian of whom nothing but their own word is known makes
   * nobody else surer than that.
   */
  private static boolean sure(Participant seen, GuardianCode code, LocalDate today) {
    return code.kind() == Kind.YOUNG_PERSON
        || seen.is(code.maker())
        || seen.guardian(code.maker(), today)
            .filter(link -> link.tier().meets(LinkTier.CODE))
            .isPresent();
  }
}
