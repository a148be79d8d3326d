package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.event.LinkTier;
import org.localityvoice.event.people.GuardianCode.Kind;
import org.localityvoice.identity.Signatory;
import org.localityvoice.problem.Problem;

/** Checks guardians in person: staff type what papers say, and are shown nothing. */
final class StaffCheckService {
  private final People people;
  private final ParticipantStore participants;
  private final Redeeming redeeming;

  StaffCheckService(People people, ParticipantStore participants, Redeeming redeeming) {
    this.people = people;
    this.participants = participants;
    this.redeeming = redeeming;
  }

  /** What staff have read in the papers that they were shown. */
  record Papers(String childFamilyName, LocalDate childBorn, String guardianFamilyName) {}

  /** Notes that staff have checked a guardian's link in person, against papers. */
  Future<LinkTier> check(Signatory staff, String typed, Papers papers) {
    return redeeming
        .open(staff.uid(), typed)
        .map(
            code -> {
              if (code.kind() != Kind.STAFF_CHECK) {
                throw Problem.notFound();
              }
              return code;
            })
        .compose(
            code ->
                Future.all(redeeming.participant(code), participants.self(code.maker()))
                    .compose(
                        both -> {
                          Participant child = both.resultAt(0);
                          Optional<Participant> guardian = both.resultAt(1);
                          if (!fits(papers, child, guardian)) {
                            throw Problem.conflict("papers-differ");
                          }
                          return redeeming.use(staff.uid(), code, child);
                        })
                    .compose(id -> redeeming.change(id, code, seen -> checked(seen, code, staff)))
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
}
