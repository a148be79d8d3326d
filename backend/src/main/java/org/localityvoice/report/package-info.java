@NullMarked
package org.localityvoice.report;

import org.jspecify.annotations.NullMarked;
