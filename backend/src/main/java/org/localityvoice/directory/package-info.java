@NullMarked
package org.localityvoice.directory;

import org.jspecify.annotations.NullMarked;
