package org.localityvoice.event.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, and it is not more than a session needs.
 *
 * @param born given once; it does not change
 * @param homeLocality id of the locality they live in; absent outside the area and for those who
 *     did not say
 */
public record Details(
    String givenName, String familyName, LocalDate born, @Nullable String homeLocality) {
  /** Of somebody who was removed. */
  static final Details NONE = new Details("", "", LocalDate.EPOCH, null);

  /** The same person by another name or in another place. */
  Details named(String given, String family, @Nullable String home) {
    return new Details(given, family, born, home);
  }

  /** Without who it is. */
  @Override
  public String toString() {
    return "details of a person";
  }
}
