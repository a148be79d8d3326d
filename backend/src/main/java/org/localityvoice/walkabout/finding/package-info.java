/** Findings of walkabouts: noted, owned, put right, and seen to be by somebody else. */
@NullMarked
package org.localityvoice.walkabout.finding;

import org.jspecify.annotations.NullMarked;
