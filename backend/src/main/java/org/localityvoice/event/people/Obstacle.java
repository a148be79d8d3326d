package org.localityvoice.event.people;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.Words;

/** What keeps a participant from taking part in a session. */
public enum Obstacle {
  TOO_YOUNG,
  TOO_OLD,
  /** The event wants a guardian's consent, and there is none. */
  GUARDIAN_CONSENT,
  /** There is a consent, but it is not sure enough that it was a guardian's. */
  GUARDIAN_TIER,
  ON_HOLD;

  /** The name in the contract: {@code too-young}. */
  public String slug() {
    return Words.slug(this);
  }

  /**
   * All of them. Pure.
   *
   * @param event whose consent counts
   * @param day the session's local date, by which ages are counted
   * @param today by which guardians are
   */
  public static Set<Obstacle> of(
      Participant who,
      String event,
      LocalDate day,
      LocalDate today,
      AgeRange ages,
      GuardianRule rule) {
    var found = EnumSet.noneOf(Obstacle.class);
    var age = who.ageOn(day);
    if (age < ages.from()) {
      found.add(TOO_YOUNG);
    } else if (age > ages.to()) {
      found.add(TOO_OLD);
    }
    if (who.onHold()) {
      found.add(ON_HOLD);
    }
    if (rule.consentNeeded() && age < Ages.ADULT) {
      var given = who.consents(Purpose.TAKING_PART, event, today);
      var grown = given.stream().filter(one -> one.method() != Method.SELF).toList();
      if (grown.isEmpty()) {
        found.add(GUARDIAN_CONSENT);
      } else if (!sure(who, grown, today, rule)) {
        found.add(GUARDIAN_TIER);
      }
    }
    return found;
  }

  private static boolean sure(
      Participant who, List<Consent> given, LocalDate today, GuardianRule rule) {
    return given.stream()
        .anyMatch(
            one ->
                one.method() == Method.CORPORATE_PARENT
                    || who.guardian(one.by(), today)
                        .filter(link -> link.tier().meets(rule.tier()))
                        .isPresent());
  }
}
