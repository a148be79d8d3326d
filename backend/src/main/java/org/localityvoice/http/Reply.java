package org.localityvoice.http;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an operation answers: a value, never a written response.
 *
 * @param status HTTP status code
 * @param headers header fields, without the content type
 * @param contentType media type of the body
 * @param body the bytes; empty for 204 and 304
 */
public record Reply(int status, Map<String, String> headers, String contentType, Buffer body) {
  private static final String JSON = "application/json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** 200 with a value as JSON. */
  public static Reply ok(Object value) {
    return json(200, value);
  }

  /** 201 with a value as JSON and where it can be read. */
  public static Reply created(String location, Object value) {
    return json(201, value).with("Location", location);
  }

  /** Any status with a value as JSON. */
  public static Reply json(int status, Object value) {
    return new Reply(status, Map.of(), JSON, Buffer.buffer(Json.bytes(value)));
  }

  /** 200 with a value as JSON and an ETag over its bytes; may be kept, if asked about. */
  public static Reply tagged(Object value) {
    return tagged(JSON, Json.bytes(value));
  }

  /**
   * 200 with ready bytes of another media type and an ETag over them. The tag is weak: compressed
   * or not, the answer has the same one (RFC 9110 §8.8.3.3).
   */
  public static Reply tagged(String contentType, byte[] bytes) {
    return new Reply(200, Map.of(), contentType, Buffer.buffer(bytes))
        .with("ETag", "W/\"" + digest(bytes) + '"')
        .with("Cache-Control", "no-cache");
  }

  private static String digest(byte[] bytes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ready bytes of another media type. */
  public static Reply of(String contentType, Buffer body) {
    return new Reply(200, Map.of(), contentType, body);
  }

  /** 204. */
  public static Reply noContent() {
    return new Reply(204, Map.of(), JSON, Buffer.buffer());
  }

  /** The same with one more header field. */
  public Reply with(String name, String value) {
    var more = new TreeMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, contentType, body);
  }
}
