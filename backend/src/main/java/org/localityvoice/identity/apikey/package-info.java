@NullMarked
package org.localityvoice.identity.apikey;

import org.jspecify.annotations.NullMarked;
