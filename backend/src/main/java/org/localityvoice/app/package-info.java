@NullMarked
package org.localityvoice.app;

import org.jspecify.annotations.NullMarked;
