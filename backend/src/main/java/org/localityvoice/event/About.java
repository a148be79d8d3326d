package org.localityvoice.event;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Text;

/**
 * What a session has copied from its event, so that lists and clashes need not read both.
 *
 * @param catchmentMetres from how far away people are meant to come; absent for the locality
 * @param remindMinutes how long before it people are reminded; absent for {@link ReminderTimes the
 *     usual}
 */
public record About(
    Text title,
    String activity,
    AgeRange ages,
    boolean supportsSend,
    Set<AccessFeature> accessibility,
    @Nullable Integer catchmentMetres,
    @Nullable List<Integer> remindMinutes) {

  public About {
    accessibility = Programme.ordered(accessibility, AccessFeature.class);
    remindMinutes = remindMinutes == null ? null : List.copyOf(remindMinutes);
  }
}
