@NullMarked
package org.localityvoice.problem;

import org.jspecify.annotations.NullMarked;
