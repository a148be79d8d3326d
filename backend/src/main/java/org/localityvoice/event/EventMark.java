package org.localityvoice.event;

import java.time.Instant;

/** Where a list of events by their latest change went on to: after this one. */
record EventMark(Instant changedAt, String id) {}
