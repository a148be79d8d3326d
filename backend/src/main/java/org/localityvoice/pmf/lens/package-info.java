@NullMarked
package org.localityvoice.pmf.lens;

import org.jspecify.annotations.NullMarked;
