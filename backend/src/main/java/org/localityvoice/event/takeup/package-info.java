/**
 * Who was reached by events: figures of a quarter that is over, with what is too small hidden
 * before anybody sees them. Pure.
 */
@NullMarked
package org.localityvoice.event.takeup;

import org.jspecify.annotations.NullMarked;
