package org.localityvoice.locality;

/**
 * How soon a report of some priority is dealt with, in working time. Either days or minutes are
 * given, and the other is 0.
 *
 * @param workingDays see {@link WorkingCalendar#plusDays}
 * @param workingMinutes see {@link WorkingCalendar#plusMinutes}
 * @param firstAnswerWorkingDays how soon somebody says anything at all
 */
public record Promise(
    Priority priority, int workingDays, int workingMinutes, int firstAnswerWorkingDays) {}
