@NullMarked
package org.localityvoice.event.calendar;

import org.jspecify.annotations.NullMarked;
