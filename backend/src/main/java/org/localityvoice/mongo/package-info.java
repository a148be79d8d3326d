@NullMarked
package org.localityvoice.mongo;

import org.jspecify.annotations.NullMarked;
