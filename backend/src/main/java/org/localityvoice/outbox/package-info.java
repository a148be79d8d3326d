@NullMarked
package org.localityvoice.outbox;

import org.jspecify.annotations.NullMarked;
