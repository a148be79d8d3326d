@NullMarked
package org.localityvoice.identity.firebase;

import org.jspecify.annotations.NullMarked;
