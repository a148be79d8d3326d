package org.localityvoice.event.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.LinkTier;
import org.localityvoice.identity.Signatory;

/**
 * That somebody looks after a participant. Whether it counts on a day is {@link
 * Participant#guardians}: it ends at the eighteenth birthday by itself.
 *
 * @param uid the guardian's account
 * @param tier how sure it is
 * @param code digest of the code that made or raised it, so that a retry is known; absent where it
 *     came without one
 * @param checked who of the staff has checked it in person
 * @param ended when it was ended; absent while nobody has
 */
public record GuardianLink(
    String uid,
    LinkTier tier,
    Relationship relationship,
    Instant since,
    @Nullable String code,
    @Nullable Signatory checked,
    @Nullable Instant ended) {

  static GuardianLink declared(String uid, Relationship relationship, Instant now) {
    return new GuardianLink(uid, LinkTier.DECLARED, relationship, now, null, null, null);
  }

  GuardianLink end(Instant now) {
    return new GuardianLink(uid, tier, relationship, since, code, checked, now);
  }

  /** The same link, with the code that it came by. */
  GuardianLink by(String byCode) {
    return new GuardianLink(uid, tier, relationship, since, byCode, checked, ended);
  }

  /** The same link, surer by a code. */
  GuardianLink confirmed(String byCode) {
    var raised = tier.compareTo(LinkTier.CODE) < 0 ? LinkTier.CODE : tier;
    return new GuardianLink(uid, raised, relationship, since, byCode, checked, ended);
  }

  /** The same link, checked in person. */
  GuardianLink checked(String byCode, Signatory by) {
    return new GuardianLink(uid, LinkTier.STAFF_CHECKED, relationship, since, byCode, by, ended);
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "guardian link, " + tier;
  }
}
