/**
 * The council area: its localities with their boundaries, people and languages, the themes with
 * their leads, and the partners; and the file that all of it is imported from. Other features enter
 * through {@link org.localityvoice.locality.Areas}, or through {@link
 * org.localityvoice.locality.AreaSection} for their own part of the file.
 */
@NullMarked
package org.localityvoice.locality;

import org.jspecify.annotations.NullMarked;
