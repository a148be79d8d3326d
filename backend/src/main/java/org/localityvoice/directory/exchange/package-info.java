@NullMarked
package org.localityvoice.directory.exchange;

import org.jspecify.annotations.NullMarked;
