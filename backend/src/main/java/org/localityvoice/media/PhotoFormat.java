package org.localityvoice.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** What a file is, told by its first bytes and by nothing else. */
enum PhotoFormat {
  JPEG,
  PNG,
  WEBP,
  /** HEIC, HEIF or AVIF: recognised in order to say what to do instead. */
  HEIC,
  OTHER;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

  static PhotoFormat of(byte[] file) {
    if (file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8) {
      return JPEG;
    }
    if (file.length > 8 && Arrays.equals(file, 0, 8, PNG_SIGNATURE, 0, 8)) {
      return PNG;
    }
    if (text(file, 0).equals("RIFF") && text(file, 8).equals("WEBP")) {
      return WEBP;
    }
    return text(file, 4).equals("ftyp") && HEIC_BRANDS.contains(text(file, 8)) ? HEIC : OTHER;
  }

  private static String text(byte[] file, int from) {
    return file.length < from + 4 ? "" : new String(file, from, 4, StandardCharsets.ISO_8859_1);
  }
}
