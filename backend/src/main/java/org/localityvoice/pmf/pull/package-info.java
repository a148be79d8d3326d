@NullMarked
package org.localityvoice.pmf.pull;

import org.jspecify.annotations.NullMarked;
