package org.localityvoice.event;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Text;

/**
 * What an event is: for whom, and what is asked of them. Written by the organiser.
 *
 * @param activity id of an activity of the area
 * @param supportsSend whether children with special educational needs or disabilities are catered
 *     for
 * @param collects what is asked of those who register; nothing else is taken
 * @param packageOnly whether one can only register for all sessions together
 * @param catchmentMetres from how far away people are meant to come; absent for the locality
 * @param remindMinutes how long before a session people are reminded; absent for {@link
 *     ReminderTimes the usual}
 */
public record Programme(
    Text title,
    Text description,
    String activity,
    AgeRange ages,
    boolean supportsSend,
    Set<AccessFeature> accessibility,
    Set<Collected> collects,
    GuardianRule guardian,
    boolean packageOnly,
    @Nullable Integer catchmentMetres,
    @Nullable List<Integer> remindMinutes) {

  public Programme {
    accessibility = ordered(accessibility, AccessFeature.class);
    collects = ordered(collects, Collected.class);
    remindMinutes = remindMinutes == null ? null : List.copyOf(remindMinutes);
  }

  /** In the order of the constants, so that equal sets are written equally. */
  static <E extends Enum<E>> Set<E> ordered(Set<E> set, Class<E> type) {
    var ordered = EnumSet.noneOf(type);
    ordered.addAll(set);
    return Collections.unmodifiableSet(ordered);
  }

  /** What its sessions are found by. */
  About about() {
    return new About(
        title, activity, ages, supportsSend, accessibility, catchmentMetres, remindMinutes);
  }
}
