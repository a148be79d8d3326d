package org.localityvoice.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;

/**
 * A form as it was sent: in its order, names as often as they were given, values with their line
 * ends. Its fields are the operation's to check.
 *
 * @param fields texts
 * @param files parts that have a file name
 */
public record Form(List<Field> fields, List<FilePart> files) {
  /** A text. */
  public record Field(String name, String value) {}

  /**
   * A file.
   *
   * @param name of the field, not of the file
   * @param contentType what the sender says it is, or {@code application/octet-stream}
   */
  public record FilePart(String name, String contentType, Buffer bytes) {}

  public Form {
    fields = List.copyOf(fields);
    files = List.copyOf(files);
  }

  /** The first value under a name. */
  public Optional<String> first(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst();
  }

  /** Every value under a name, in their order. */
  public List<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }
}
