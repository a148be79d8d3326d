package org.localityvoice.event;

import java.util.Locale;

/** The spelling of constants in the contract and in the area file. */
final class Words {
  private Words() {}

  /** {@code emergency-contacts} for EMERGENCY_CONTACTS. */
  static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of that spelling.
   *
   * @throws IllegalArgumentException when there is none; the contract has been checked before
   */
  static <E extends Enum<E>> E constant(String slug, Class<E> type) {
    return Enum.valueOf(type, slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
