@NullMarked
package org.localityvoice.event.people;

import org.jspecify.annotations.NullMarked;
