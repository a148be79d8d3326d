@NullMarked
package org.localityvoice.event.feeds;

import org.jspecify.annotations.NullMarked;
