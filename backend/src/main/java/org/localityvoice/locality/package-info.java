@NullMarked
package org.localityvoice.locality;

import org.jspecify.annotations.NullMarked;
