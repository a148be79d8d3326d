@NullMarked
package org.localityvoice.identity;

import org.jspecify.annotations.NullMarked;
