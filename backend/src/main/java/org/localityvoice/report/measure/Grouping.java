package org.localityvoice.report.measure;

import java.util.Locale;

/** What figures are given for besides the total. */
enum Grouping {
  NONE,
  CATEGORY,
  /** The partner whom the report belonged to at the date. */
  PARTNER;

  /** The name in the contract. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its name, as the contract has checked it. */
  static Grouping of(String slug) {
    return valueOf(slug.toUpperCase(Locale.ROOT));
  }
}
