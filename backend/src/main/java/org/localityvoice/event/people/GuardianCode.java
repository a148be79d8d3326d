package org.localityvoice.event.people;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Words;
import org.localityvoice.mongo.DerivedId;

/**
 * A single-use code by which two people show that they know of each other. The code itself is not
 * stored: it follows from the key of the request that made it and from {@code salt}, so a retry
 * gets it again, and what is stored is not enough to work it out.
 *
 * @param id follows from maker and request
 * @param digest of the code
 * @param participant absent where the young person who redeems it is meant
 * @param relationship the maker's, where they are to be a guardian
 * @param redeemedBy who was first
 */
public record GuardianCode(
    @BsonId String id,
    String salt,
    String digest,
    Kind kind,
    String maker,
    @Nullable String participant,
    @Nullable Relationship relationship,
    Instant expiresAt,
    @Nullable String redeemedBy) {

  /** What a code is for. */
  public enum Kind {
    /** Made for a participant, redeemed by an adult who becomes their guardian. */
    GUARDIAN,
    /** Made by an adult, redeemed by a young person whose guardian they become. */
    YOUNG_PERSON,
    /** Made by a guardian, redeemed by the child, who gets a login. */
    OWN_LOGIN,
    /** Made by a guardian, redeemed by staff who have seen papers. */
    STAFF_CHECK;

    /** The name in the contract: {@code own-login}. */
    public String slug() {
      return Words.slug(this);
    }

    static Kind of(String slug) {
      return Words.constant(slug, Kind.class);
    }
  }

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int DIGITS = LENGTH * 5 / 4;
  private static final int GROUP = 4;

  static String id(String maker, String key) {
    return DerivedId.of("guardian-code", maker, key);
  }

  /** The code, of 80 bits, as people read it to each other (Crockford's base 32). */
  static String text(String salt, String maker, String key) {
    var number = new BigInteger(DerivedId.of(salt, maker, key).substring(0, DIGITS), 16);
    var text = new StringBuilder();
    for (var i = LENGTH - 1; i >= 0; i--) {
      text.append(LETTERS.charAt(number.shiftRight(5 * i).intValue() & 31));
      if (i % GROUP == 0 && i > 0) {
        text.append('-');
      }
    }
    return text.toString();
  }

  /** What is stored of a code, however it was typed. */
  static String digest(String typed) {
    var plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return DerivedId.of("code", plain);
  }

  /** Whether somebody can redeem it now: nobody else has, and it is not theirs. */
  boolean open(String uid, Instant now) {
    return now.isBefore(expiresAt)
        && !maker.equals(uid)
        && (redeemedBy == null || redeemedBy.equals(uid));
  }

  /** Whether it is what that request, made again, would make. */
  boolean same(Kind kind, @Nullable String participant, @Nullable Relationship relationship) {
    return this.kind == kind
        && Objects.equals(this.participant, participant)
        && this.relationship == relationship;
  }

  /** Without what it is. */
  @Override
  public String toString() {
    return "code of kind " + kind;
  }
}
