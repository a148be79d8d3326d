/** A MongoDB-compatible store inside the process, for councils that run no MongoDB of their own. */
@NullMarked
package org.localityvoice.mongo.embedded;

import org.jspecify.annotations.NullMarked;
