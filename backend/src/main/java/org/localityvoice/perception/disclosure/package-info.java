/**
 * Disclosure control: what of a table of small groups may be told, so that nobody can work out the
 * rest. Pure; knows neither waves nor releases, so that counts of anything can be protected by it.
 */
@NullMarked
package org.localityvoice.perception.disclosure;

import org.jspecify.annotations.NullMarked;
