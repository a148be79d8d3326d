@NullMarked
package org.localityvoice.schedule;

import org.jspecify.annotations.NullMarked;
