/** How places are graded, and what follows from grades. Pure, and knows nothing of ours. */
@NullMarked
package org.localityvoice.walkabout.grading;

import org.jspecify.annotations.NullMarked;
