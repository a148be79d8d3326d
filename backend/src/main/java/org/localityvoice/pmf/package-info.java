@NullMarked
package org.localityvoice.pmf;

import org.jspecify.annotations.NullMarked;
