@NullMarked
package org.localityvoice.event;

import org.jspecify.annotations.NullMarked;
