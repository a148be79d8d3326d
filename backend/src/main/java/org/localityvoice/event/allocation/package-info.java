@NullMarked
package org.localityvoice.event.allocation;

import org.jspecify.annotations.NullMarked;
