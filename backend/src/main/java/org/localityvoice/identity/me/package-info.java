@NullMarked
package org.localityvoice.identity.me;

import org.jspecify.annotations.NullMarked;
