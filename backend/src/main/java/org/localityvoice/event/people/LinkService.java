package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.LinkTier;
import org.localityvoice.event.people.GuardianCode.Kind;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Redeems codes. A code is checked first, then used up by one conditional update, and then the link
 * is written; whoever was cut off in between tries again and goes on. A link remembers its code, so
 * redeeming twice does once.
 */
final class LinkService {
  private static final int MOST_GUARDIANS = 6;

  private final People people;
  private final ParticipantStore participants;
  private final AccountStore accounts;
  private final GuardianCodeStore codes;
  private final CodeService adults;

  LinkService(
      People people,
      ParticipantStore participants,
      AccountStore accounts,
      GuardianCodeStore codes,
      CodeService adults) {
    this.people = people;
    this.participants = participants;
    this.accounts = accounts;
    this.codes = codes;
    this.adults = adults;
  }

  /** What staff have read in the papers that they were shown. */
  record Papers(String childFamilyName, LocalDate childBorn, String guardianFamilyName) {}

  /**
   * Redeems a code; an unknown one, one that has run out, and one that somebody else has used or
   * made are all not found.
   *
   * @param relationship the redeemer's, where they become a guardian
   */
  Future<Participant> redeem(String uid, String typed, @Nullable Relationship relationship) {
    return open(uid, typed)
        .compose(
            code ->
                switch (code.kind()) {
                  case GUARDIAN -> guardian(uid, code, relationship);
                  case YOUNG_PERSON -> youngPerson(uid, code);
                  case OWN_LOGIN -> ownLogin(uid, code);
                  case STAFF_CHECK -> Future.failedFuture(Problem.notFound());
                });
  }

  private Future<GuardianCode> open(String uid, String typed) {
    return codes
        .byDigest(GuardianCode.digest(typed))
        .map(
            found ->
                found.filter(code -> code.open(uid, people.now())).orElseThrow(Problem::notFound));
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
              return participant(code);
            })
        .compose(seen -> use(uid, code, seen))
        .compose(id -> change(id, code, seen -> linked(seen, uid, relationship, code)));
  }

  private Future<Participant> youngPerson(String uid, GuardianCode code) {
    var relationship = code.relationship();
    return participants
        .self(uid)
        .map(own -> own.orElseThrow(() -> Problem.conflict("profile-needed")))
        .compose(own -> use(uid, code, own))
        .compose(
            id ->
                change(
                    id,
                    code,
                    seen ->
                        linked(
                            seen,
                            code.maker(),
                            relationship == null ? Relationship.OTHER_CARER : relationship,
                            code)));
  }

  private Future<Participant> ownLogin(String uid, GuardianCode code) {
    return Future.all(participant(code), accounts.find(uid))
        .compose(
            both -> {
              Participant seen = both.resultAt(0);
              Optional<Account> account = both.resultAt(1);
              if (account
                  .flatMap(Account::claimed)
                  .filter(id -> !id.equals(seen.id()))
                  .isPresent()) {
                throw Problem.conflict("profile-there");
              }
              return use(uid, code, seen);
            })
        .compose(id -> accounts.ensure(uid).compose(there -> adopt(uid, id)))
        .compose(
            id ->
                change(
                    id,
                    code,
                    seen -> {
                      if (seen.uid() != null && !seen.is(uid)) {
                        throw Problem.conflict("has-login");
                      }
                      var draft = Draft.of(seen).uid(uid);
                      seen.guardian(code.maker(), people.today())
                          .ifPresent(link -> draft.link(link.confirmed(code.digest())));
                      return draft;
                    }));
  }

  private Future<String> adopt(String uid, String id) {
    return accounts
        .adopt(uid, id)
        .map(
            adopted -> {
              if (!adopted) {
                throw Problem.conflict("profile-there");
              }
              return id;
            });
  }

  /** Notes that staff have checked a guardian's link in person, against papers. */
  Future<LinkTier> check(Signatory staff, String typed, Papers papers) {
    return open(staff.uid(), typed)
        .map(
            code -> {
              if (code.kind() != Kind.STAFF_CHECK) {
                throw Problem.notFound();
              }
              return code;
            })
        .compose(
            code ->
                Future.all(participant(code), participants.self(code.maker()))
                    .compose(
                        both -> {
                          Participant child = both.resultAt(0);
                          Optional<Participant> guardian = both.resultAt(1);
                          if (!fits(papers, child, guardian)) {
                            throw Problem.conflict("papers-differ");
                          }
                          return use(staff.uid(), code, child);
                        })
                    .compose(id -> change(id, code, seen -> checked(seen, code, staff)))
                    .map(LinkTier.STAFF_CHECKED));
  }

  private Draft checked(Participant seen, GuardianCode code, Signatory staff) {
    var link = seen.guardian(code.maker(), people.today()).orElseThrow(Problem::notFound);
    return Draft.of(seen).link(link.checked(code.digest(), staff));
  }

  private static boolean fits(Papers papers, Participant child, Optional<Participant> guardian) {
    return child.born().equals(papers.childBorn())
        && same(child.familyName(), papers.childFamilyName())
        && guardian.filter(one -> same(one.familyName(), papers.guardianFamilyName())).isPresent();
  }

  private static boolean same(String ours, String typed) {
    return ours.toLowerCase(Locale.ROOT).equals(typed.strip().toLowerCase(Locale.ROOT));
  }

  private Future<Participant> participant(GuardianCode code) {
    return people
        .find(String.valueOf(code.participant()))
        .map(found -> found.orElseThrow(Problem::notFound));
  }

  /** Uses a code up for a participant, for whom it must be possible; gives back their id. */
  private Future<String> use(String uid, GuardianCode code, Participant seen) {
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

  private Future<Participant> change(
      String id, GuardianCode code, java.util.function.Function<Participant, Draft> decide) {
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
