package org.localityvoice.walkabout;

/** What works on walkabouts. */
record WalkaboutServices(
    ListService lists, CalendarService calendar, RecordService records, KitService kits) {}
