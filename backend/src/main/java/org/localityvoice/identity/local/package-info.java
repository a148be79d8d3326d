@NullMarked
package org.localityvoice.identity.local;

import org.jspecify.annotations.NullMarked;
