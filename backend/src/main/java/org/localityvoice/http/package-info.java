@NullMarked
package org.localityvoice.http;

import org.jspecify.annotations.NullMarked;
