/** What tests share: a store, a clock that is moved by hand, and waiting with a deadline. */
package org.localityvoice.testing;
