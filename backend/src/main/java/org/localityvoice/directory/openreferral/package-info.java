@NullMarked
package org.localityvoice.directory.openreferral;

import org.jspecify.annotations.NullMarked;
