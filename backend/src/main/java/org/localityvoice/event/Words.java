package org.localityvoice.event;

import java.util.Locale;

/** The spelling of constants of events in the contract and in the area file. */
public final class Words {
  private Words() {}

  /** {@code emergency-contacts} for EMERGENCY_CONTACTS. */
  public static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of that spelling.
   *
   * @throws IllegalArgumentException when there is none; the contract has been checked before
   */
  public static <E extends Enum<E>> E constant(String slug, Class<E> type) {
    return Enum.valueOf(type, slug.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
