@NullMarked
package org.localityvoice.perception;

import org.jspecify.annotations.NullMarked;
