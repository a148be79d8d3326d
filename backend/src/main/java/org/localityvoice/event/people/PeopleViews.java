package org.localityvoice.event.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.DerivedId;

/** Participants as the contract shows them: to everybody who may see one, the same. */
final class PeopleViews {
  private PeopleViews() {}

  record ParticipantView(
      String id,
      String givenName,
      String familyName,
      LocalDate born,
      Optional<String> homeLocality,
      boolean ownLogin,
      List<GuardianView> guardians,
      List<ConsentView> consents,
      boolean onHold,
      boolean corporateParent) {}

  record GuardianView(String id, String relationship, String tier, Instant since) {}

  record ConsentView(
      String id,
      String purpose,
      Optional<String> event,
      String wordingVersion,
      String language,
      String method,
      Instant at,
      Optional<Instant> withdrawnAt) {}

  record ParticipantList(List<ParticipantView> participants) {}

  static ParticipantView participant(Participant one, LocalDate today) {
    return new ParticipantView(
        one.id(),
        one.givenName(),
        one.familyName(),
        one.born(),
        Optional.ofNullable(one.homeLocality()),
        one.uid() != null,
        one.guardians(today).stream()
            .sorted(Comparator.comparing(GuardianLink::since))
            .map(link -> guardian(one.id(), link))
            .toList(),
        one.consents().stream().map(PeopleViews::consent).toList(),
        one.onHold(),
        one.corporateParent() != null);
  }

  private static GuardianView guardian(String participant, GuardianLink link) {
    return new GuardianView(
        linkId(participant, link.uid()),
        link.relationship().slug(),
        link.tier().slug(),
        link.since());
  }

  /** Names a guardian's link to those who must not know the account. */
  static String linkId(String participant, String uid) {
    return DerivedId.of("guardian", participant, uid);
  }

  static ConsentView consent(Consent one) {
    return new ConsentView(
        one.id(),
        one.purpose().slug(),
        Optional.ofNullable(one.event()),
        one.wordingVersion(),
        one.language(),
        one.method().slug(),
        one.at(),
        Optional.ofNullable(one.withdrawnAt()));
  }
}
