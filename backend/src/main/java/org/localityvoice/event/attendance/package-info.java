@NullMarked
package org.localityvoice.event.attendance;

import org.jspecify.annotations.NullMarked;
