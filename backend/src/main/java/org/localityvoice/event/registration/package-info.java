/** Parties in sessions: who may come, packages of all dates, offers, reminders. */
@NullMarked
package org.localityvoice.event.registration;

import org.jspecify.annotations.NullMarked;
