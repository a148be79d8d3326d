package org.localityvoice.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Single-use codes of a wave: 16 characters of Crockford's base 32, in four groups. Like a ballot a
 * code is a nonce (48 bits) and a seal (32 bits), so none is stored. A guess is right once in four
 * thousand million times, and refused calls are limited. Spent is not the code but its ballot, and
 * that is always the same one.
 */
final class PrintedCodes {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int NONCE = 6;
  private static final int BYTES = 10;
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int BITS = 5;

  private final BallotBox box;

  PrintedCodes(BallotBox box) {
    this.box = box;
  }

  /** Codes that follow from a key, so that a retry gets the same. */
  List<String> make(CodeUse use, String key, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> code(use, Arrays.copyOf(box.mac("code-" + use.slug(), key + '\0' + i), NONCE)))
        .toList();
  }

  /** The ballot of a code; empty when the code is not one of this wave and use. */
  Optional<String> ballot(CodeUse use, String typed) {
    return plain(typed)
        .filter(code -> code.equals(plain(code(use, nonce(code))).orElseThrow()))
        .map(code -> box.ballot(use.kind(), "printed", code));
  }

  private String code(CodeUse use, byte[] nonce) {
    var bytes = Arrays.copyOf(nonce, BYTES);
    var seal = box.mac("code-seal-" + use.slug(), Arrays.toString(nonce));
    System.arraycopy(seal, 0, bytes, NONCE, BYTES - NONCE);
    var value = new java.math.BigInteger(1, bytes);
    var text = new StringBuilder();
    for (var i = LENGTH - 1; i >= 0; i--) {
      text.append(ALPHABET.charAt(value.shiftRight(i * BITS).intValue() & (ALPHABET.length() - 1)));
      if (i % GROUP == 0 && i > 0) {
        text.append('-');
      }
    }
    return text.toString();
  }

  private static byte[] nonce(String code) {
    var value = java.math.BigInteger.ZERO;
    for (var i = 0; i < LENGTH; i++) {
      value =
          value.shiftLeft(BITS).or(java.math.BigInteger.valueOf(ALPHABET.indexOf(code.charAt(i))));
    }
    var nonce = new byte[NONCE];
    for (var i = 0; i < NONCE; i++) {
      nonce[i] = value.shiftRight(Byte.SIZE * (BYTES - 1 - i)).byteValue();
    }
    return nonce;
  }

  /** Without what makes no difference; letters that look like digits are read as digits. */
  private static Optional<String> plain(String typed) {
    var code =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        ? Optional.of(code)
        : Optional.empty();
  }
}
