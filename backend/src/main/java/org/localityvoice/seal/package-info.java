@NullMarked
package org.localityvoice.seal;

import org.jspecify.annotations.NullMarked;
