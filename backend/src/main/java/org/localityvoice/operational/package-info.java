/** Operational figures of any source on their way to the performance framework. */
@NullMarked
package org.localityvoice.operational;

import org.jspecify.annotations.NullMarked;
