package org.localityvoice.mongo.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes, such that comparing bytes compares values as MongoDB does (BSON comparison
 * order) and equal values have equal bytes. No value's bytes begin another's, so values can be
 * joined. Embedded documents and rarer types keep equality only; see {@link #isOrdered}.
 */
final class Keys {
  static final Key NULL = Key.of((byte) 0x20);
  static final Key EMPTY_ARRAY = Key.of((byte) 0x18);
  private static final byte MISSING = 0x20;
  private static final byte NUMBER = 0x30;
  private static final byte STRING = 0x34;
  private static final byte EMBEDDED = 0x38;
  private static final byte BINARY = 0x40;
  private static final byte LEGACY_UUID = 0x44;
  private static final byte UUID_BINARY = 0x48;
  private static final byte OBJECT_ID = 0x50;
  private static final byte BOOLEAN = 0x58;
  private static final byte DATE = 0x60;
  private static final byte RARE = 0x68;

  private Keys() {}

  /** Whether the bytes of this value sort as the value does. */
  static boolean isOrdered(@Nullable Object value) {
    if (value == null) {
      return true;
    }
    return switch (tag(value)) {
      case EMBEDDED, RARE -> false;
      case NUMBER -> !Double.isNaN(((Number) value).doubleValue());
      default -> true;
    };
  }

  /** The bytes of one value that is not an array. */
  static Key of(@Nullable Object value) {
    return value == null ? NULL : Key.of(bytes(tag(value), value));
  }

  private static byte[] bytes(byte tag, Object value) {
    return switch (tag) {
      case NUMBER -> number((Number) value);
      case STRING -> text(tag, ((String) value).getBytes(UTF_8));
      case BINARY -> {
        byte[] data = ((BinData) value).getData();
        yield ByteBuffer.allocate(5 + data.length).put(tag).putInt(data.length).put(data).array();
      }
      case UUID_BINARY -> uuid(tag, (UUID) value);
      case LEGACY_UUID -> uuid(tag, ((LegacyUUID) value).getUuid());
      case OBJECT_ID ->
          ByteBuffer.allocate(13).put(tag).put(((ObjectId) value).toByteArray()).array();
      case BOOLEAN -> new byte[] {tag, (byte) ((Boolean) value ? 1 : 0)};
      case DATE -> sortable(tag, ((Instant) value).toEpochMilli());
      case EMBEDDED, RARE -> text(tag, Bytes.encode(new Document("", normalized(value))));
      default -> new byte[] {tag};
    };
  }

  /** The lowest and the bound above the highest bytes of values comparable with this one. */
  static Interval bracket(Object value) {
    byte tag = tag(value);
    return new Interval(Key.of(tag), Key.of((byte) (tag + 1)));
  }

  private static byte tag(Object value) {
    if (value instanceof Missing) {
      return MISSING;
    } else if (value instanceof Number) {
      return NUMBER;
    } else if (value instanceof String) {
      return STRING;
    } else if (value instanceof Map) {
      return EMBEDDED;
    } else if (value instanceof BinData) {
      return BINARY;
    } else if (value instanceof UUID) {
      return UUID_BINARY;
    } else if (value instanceof LegacyUUID) {
      return LEGACY_UUID;
    } else if (value instanceof ObjectId) {
      return OBJECT_ID;
    } else if (value instanceof Boolean) {
      return BOOLEAN;
    } else if (value instanceof Instant) {
      return DATE;
    } else if (value instanceof MinKey) {
      return 0x10;
    }
    return value instanceof MaxKey ? 0x70 : RARE;
  }

  /** As a double, and what a double cannot say of a long: all number types share one order. */
  private static byte[] number(Number value) {
    double approximate = value.doubleValue() + 0.0;
    long bits = Double.doubleToLongBits(approximate);
    long rest = value instanceof Long exact ? exact - (long) approximate : 0;
    return ByteBuffer.allocate(11)
        .put(NUMBER)
        .putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE)
        .putShort((short) (rest ^ Short.MIN_VALUE))
        .array();
  }

  private static byte[] sortable(byte tag, long value) {
    return ByteBuffer.allocate(9).put(tag).putLong(value ^ Long.MIN_VALUE).array();
  }

  private static byte[] uuid(byte tag, UUID value) {
    return ByteBuffer.allocate(17)
        .put(tag)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits())
        .array();
  }

  /**
   * Ends with two zero bytes; a zero byte inside is followed by 0xFF, so it sorts after the end.
   */
  private static byte[] text(byte tag, byte[] content) {
    int zeros = 0;
    for (byte b : content) {
      zeros += b == 0 ? 1 : 0;
    }
    ByteBuffer bytes = ByteBuffer.allocate(content.length + zeros + 3).put(tag);
    if (zeros == 0) {
      return bytes.put(content).array();
    }
    for (byte b : content) {
      bytes.put(b);
      if (b == 0) {
        bytes.put((byte) 0xFF);
      }
    }
    return bytes.array();
  }

  /** Numbers that are equal become identical, as the matcher sees them. */
  private static @Nullable Object normalized(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Document result = new Document();
      map.forEach((key, each) -> result.put((String) key, normalized(each)));
      return result;
    } else if (value instanceof Collection<?> collection) {
      return collection.stream().map(Keys::normalized).collect(Collectors.toList());
    } else if (value instanceof Number number
        && (!(value instanceof Long exact) || exact == (long) exact.doubleValue())) {
      return number.doubleValue() + 0.0;
    }
    return value instanceof Missing ? null : value;
  }
}
