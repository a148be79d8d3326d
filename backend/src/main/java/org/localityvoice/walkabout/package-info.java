/** Walkabouts: routes, the calendar, what was graded, and notes taken without a network. */
@NullMarked
package org.localityvoice.walkabout;

import org.jspecify.annotations.NullMarked;
