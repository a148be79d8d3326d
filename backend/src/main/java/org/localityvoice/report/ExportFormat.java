package org.localityvoice.report;

import java.util.List;

/** How an export is written, a page of reports at a time. Pure. */
interface ExportFormat {
  /** What goes before all reports. */
  String head();

  /**
   * Some reports.
   *
   * @param first whether no reports went before
   */
  String reports(List<Report> some, boolean first);

  /** What goes after all reports. */
  String tail();
}
