/** Photos: taken in, stripped of everything but their pixels, blacked out, kept and purged. */
@NullMarked
package org.localityvoice.media;

import org.jspecify.annotations.NullMarked;
