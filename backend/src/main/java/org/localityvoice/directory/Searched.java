package org.localityvoice.directory;

import java.time.LocalDate;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.DerivedId;

/**
 * How often something was looked for in a week, in numbers: nothing leads to who looked.
 *
 * @param id follows from week, place and thing
 * @param week its Monday
 * @param locality empty where no place was said
 * @param value id of a need, or words
 */
public record Searched(
    @BsonId String id,
    LocalDate week,
    String locality,
    Thing thing,
    String value,
    int nothing,
    int few,
    int enough) {
  static final int ENOUGH_TO_TELL = 5;

  /** What was looked for. */
  public enum Thing {
    NEED,
    WORDS
  }

  /** How much was found. */
  enum Band {
    NOTHING,
    FEW,
    ENOUGH;

    private static final int MOST_FEW = 2;

    static Band of(int found) {
      return found == 0 ? NOTHING : found <= MOST_FEW ? FEW : ENOUGH;
    }

    /** The name of the field that counts it. */
    String field() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing in one place and week. */
  record Key(LocalDate week, String locality, Thing thing, String value) {
    String id() {
      return DerivedId.of(week.toString(), locality, thing.name(), value);
    }
  }

  int searches() {
    return nothing + few + enough;
  }
}
