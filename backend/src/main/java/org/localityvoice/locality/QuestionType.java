package org.localityvoice.locality;

import java.util.Locale;

/** What kind of answer a question of a category wants. */
public enum QuestionType {
  TEXT,
  NUMBER,
  DATE_TIME,
  /** One option. */
  SINGLE,
  /** Any number of options. */
  MULTIPLE,
  /** No answer: the label is something to read. */
  NOTICE;

  /** The name in the contract and in area files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is answered by choosing. */
  public boolean choice() {
    return this == SINGLE || this == MULTIPLE;
  }
}
