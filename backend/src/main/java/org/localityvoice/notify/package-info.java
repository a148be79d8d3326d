/** Who is told what: inboxes, subscriptions, and the news that goes to followers. */
@NullMarked
package org.localityvoice.notify;

import org.jspecify.annotations.NullMarked;
