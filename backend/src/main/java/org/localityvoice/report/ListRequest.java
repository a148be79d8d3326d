package org.localityvoice.report;

import java.util.Optional;

/**
 * A page of a public list.
 *
 * @param near only what is near, the nearest first; empty for the order of changes
 * @param after the mark that the page before gave; empty for the first page
 */
record ListRequest(ReportFilter filter, Optional<Near> near, Optional<String> after, int limit) {
  /**
   * A circle.
   *
   * @param metres its radius
   */
  record Near(Point middle, double metres) {}
}
