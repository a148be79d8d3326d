package org.localityvoice.event.planning;

import org.jspecify.annotations.Nullable;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Slot;
import org.localityvoice.locality.Text;

/**
 * One of the two sessions of a clash, as it was when the clash was last looked at.
 *
 * @param edition of the session that this was copied from
 * @param said what its organiser has said since the clash was last opened
 */
public record Side(
    String session,
    String event,
    long edition,
    String organiser,
    String locality,
    Text title,
    Slot slot,
    AgeRange ages,
    String activity,
    @Nullable Said said) {

  static Side of(Planned one) {
    return new Side(
        one.session(),
        one.event(),
        one.edition(),
        one.organiser(),
        one.locality(),
        one.title(),
        one.slot(),
        one.ages(),
        one.activity(),
        null);
  }

  /** Whether what makes it clash is as it was. */
  boolean clashesLike(Side other) {
    return slot.equals(other.slot)
        && ages.equals(other.ages)
        && activity.equals(other.activity)
        && organiser.equals(other.organiser);
  }

  Side saying(@Nullable Said answer) {
    return new Side(
        session, event, edition, organiser, locality, title, slot, ages, activity, answer);
  }

  /** Whether its organiser has said that both stay. */
  boolean accepts() {
    return said != null && said.resolution() == Resolution.ACCEPTED;
  }
}
