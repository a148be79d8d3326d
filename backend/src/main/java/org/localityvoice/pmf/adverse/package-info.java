@NullMarked
package org.localityvoice.pmf.adverse;

import org.jspecify.annotations.NullMarked;
