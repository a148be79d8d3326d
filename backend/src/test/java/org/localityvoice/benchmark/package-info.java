/** What the product costs and gives, as ratios from interleaved rounds; see the README. */
package org.localityvoice.benchmark;
