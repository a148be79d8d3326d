@NullMarked
package org.localityvoice.report.open311;

import org.jspecify.annotations.NullMarked;
