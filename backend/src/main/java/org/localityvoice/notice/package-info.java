/** What other features have people told, as payloads of effects; {@code notify} carries it out. */
@NullMarked
package org.localityvoice.notice;

import org.jspecify.annotations.NullMarked;
