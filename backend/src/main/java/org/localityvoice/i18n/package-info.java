@NullMarked
package org.localityvoice.i18n;

import org.jspecify.annotations.NullMarked;
