package org.localityvoice.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * WebP files of 24 × 16 pixels, the four quarters of {@link Pictures}, made with libwebp: Java has
 * no encoder.
 */
final class Webp {
  static final byte[] LOSSY =
      bytes(
          "UklGRmYAAABXRUJQVlA4IFoAAABwAwCdASoYABAALiUYjEYREREBABIlqALD9//uIAJvNsN0ewAA/v0BItP1vi/+"
              + "E5z/+mkf/3gfUsl///dAn+NP/lgbZn//dAnCv/cABxq/zx3Q4ptydVEFEAA=");
  static final byte[] LOSSY_TRANSPARENT =
      bytes(
          "UklGRpwAAABXRUJQVlA4WAoAAAAQAAAAFwAADwAAQUxQSBUAAAABDzD/ERFCSEB44P9a1YSI/k9Acu0AVlA4IGAA"
              + "AADwAwCdASoYABAAPjEUiEKiISEYBAAgAwSgCxGoAyv/cQAJpEL3/8iAAP76Wtn8amf/+Jpu/+YJkv4XVP/6"
              + "XB+pn/zfmxf//pcH/nQf+b82L81HjpsvuT3///LSysxwAAA=");
  static final byte[] LOSSLESS =
      bytes(
          "UklGRkIAAABXRUJQVlA4TDUAAAAvF8ADAB8gECBUqpcgSCBAvIkQqUmMQIDQJleTmPmP/siAAWG20SQnOcn7H0FE"
              + "/6NSn9uAJwA=");
  static final byte[] ANIMATED =
      bytes(
          "UklGRhQBAABXRUJQVlA4WAoAAAACAAAAFwAADwAAQU5JTQYAAAAAAAAAAABBTk1GaAAAAAAAAAAAABcAAA8AAGQA"
              + "AAJWUDggUAAAAHADAJ0BKhgAEAAuTTabTaEkJCQEAExLUAWnz/8EalJjz5PLAAD+9WXD1Uf/hCT/8B/45w7H"
              + "/+8Z/GX/bzHub//vYET/zymXpw+azxPmgngAQU5NRngAAAAAAAAAAAAXAAAPAABkAAAAVlA4IGAAAAA0BACd"
              + "ASoYABAALk02m02AAATEtQA7gSn/ugH9VlwAJjr57KIm1ESwwaAA/vXDz04tt4hRAD1Jb/8wc1HOv/H0PY//"
              + "+aL/7x+s/dr/wIPFv1vhQfbH/bwLH/7zmSuPwAA=");

  private Webp() {}

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** The file with a chunk more at its end. */
  static byte[] with(byte[] file, String name, byte[] content) {
    var padded = content.length + (content.length & 1);
    return ByteBuffer.allocate(file.length + 8 + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(file)
        .put(Pictures.text(name))
        .putInt(content.length)
        .put(content)
        .putInt(4, file.length + padded)
        .array();
  }

  /** The simple file with its picture cut short, and every length corrected accordingly. */
  static byte[] cutInside(byte[] file, int less) {
    var length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(16) - less;
    var padded = length + (length & 1);
    return ByteBuffer.allocate(20 + padded)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(file, 0, 20 + length)
        .putInt(4, 12 + padded)
        .putInt(16, length)
        .array();
  }
}
