/**
 * Partners' programmes planned together: clashes between sessions, what is to become of them, and
 * what is missing.
 */
@NullMarked
package org.localityvoice.event.planning;

import org.jspecify.annotations.NullMarked;
