@NullMarked
package org.localityvoice.directory.partner;

import org.jspecify.annotations.NullMarked;
