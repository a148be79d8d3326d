package org.localityvoice.mongo.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Bytes that are compared as unsigned numbers, first to last. Nobody changes them. */
final class Key implements Comparable<Key> {
  static final Key EMPTY = new Key(new byte[0]);

  private final byte[] bytes;

  private Key(byte[] bytes) {
    this.bytes = bytes;
  }

  static Key of(byte... bytes) {
    return new Key(bytes);
  }

  int length() {
    return bytes.length;
  }

  boolean startsWith(Key prefix) {
    int length = prefix.bytes.length;
    return bytes.length >= length && Arrays.equals(bytes, 0, length, prefix.bytes, 0, length);
  }

  Key then(Key next) {
    byte[] joined = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
    System.arraycopy(next.bytes, 0, joined, bytes.length, next.bytes.length);
    return new Key(joined);
  }

  Key then(long number) {
    return new Key(
        ByteBuffer.allocate(bytes.length + Long.BYTES).put(bytes).putLong(number).array());
  }

  /** The number at the end. */
  long lastLong() {
    return ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES);
  }

  /** Sorts the other way round among keys of which none begins another. */
  Key inverted() {
    byte[] result = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      result[i] = (byte) ~bytes[i];
    }
    return new Key(result);
  }

  /** The least key above all that begin with this one; empty when there is none. */
  Key afterAll() {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == (byte) 0xFF) {
      end--;
    }
    byte[] result = Arrays.copyOf(bytes, end);
    if (end > 0) {
      result[end - 1]++;
    }
    return new Key(result);
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  /** Compares what comes after so many bytes of each. */
  int compareFrom(int start, Key other, int otherStart) {
    return Arrays.compareUnsigned(
        bytes, start, bytes.length, other.bytes, otherStart, other.bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return Arrays.toString(bytes);
  }

  /** How keys are kept in the file. */
  static final class Type extends BasicDataType<Key> {
    private static final int MEMORY_OF_OBJECTS = 40;

    @Override
    public int getMemory(Key key) {
      return MEMORY_OF_OBJECTS + key.bytes.length;
    }

    @Override
    public int compare(Key one, Key other) {
      return one.compareTo(other);
    }

    @Override
    public void write(WriteBuffer buffer, Key key) {
      buffer.putVarInt(key.bytes.length).put(key.bytes);
    }

    @Override
    public Key read(ByteBuffer buffer) {
      byte[] bytes = new byte[DataUtils.readVarInt(buffer)];
      buffer.get(bytes);
      return new Key(bytes);
    }

    @Override
    public Key[] createStorage(int size) {
      return new Key[size];
    }
  }

  /** The values of a map that is a set of keys. */
  static final class Nothing extends BasicDataType<Boolean> {
    @Override
    public int getMemory(Boolean value) {
      return 0;
    }

    @Override
    public void write(WriteBuffer buffer, Boolean value) {
      // no bytes
    }

    @Override
    public Boolean read(ByteBuffer buffer) {
      return true;
    }

    @Override
    public Boolean[] createStorage(int size) {
      return new Boolean[size];
    }
  }
}
