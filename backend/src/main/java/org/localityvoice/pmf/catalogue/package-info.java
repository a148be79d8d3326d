@NullMarked
package org.localityvoice.pmf.catalogue;

import org.jspecify.annotations.NullMarked;
