/**
 * Who was reached by events: figures of a quarter that is over, with what is too small hidden
 * before they are kept. Nothing here leads to anybody.
 */
@NullMarked
package org.localityvoice.event.takeup;

import org.jspecify.annotations.NullMarked;
