package org.localityvoice.pmf;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import org.localityvoice.locality.PlainText;

/** The beginning of an answer's body, however much there is of it. */
final class Excerpt {
  static final int MOST_CHARACTERS = 200;
  private static final int MOST_BYTES = 1_024;

  private final Buffer start = Buffer.buffer();

  /** Reads as much as is wanted; completes then, or when the body has ended or broken off. */
  Future<Void> of(HttpClientResponse response) {
    Promise<Void> enough = Promise.promise();
    response
        .handler(
            part -> {
              start.appendBuffer(
                  part.slice(0, Math.min(part.length(), MOST_BYTES - start.length())));
              if (start.length() == MOST_BYTES) {
                enough.tryComplete();
              }
            })
        .endHandler(end -> enough.tryComplete())
        .exceptionHandler(broken -> enough.tryComplete());
    return enough.future();
  }

  String text() {
    return printable(start.toString(StandardCharsets.UTF_8));
  }

  /** At most 200 characters in one line, with nothing in it that a terminal or a page obeys. */
  static String printable(String text) {
    var plain =
        text.codePoints()
            .map(point -> printable(point) ? point : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip()
            .replaceAll(" +", " ");
    return PlainText.beginning(plain, MOST_CHARACTERS);
  }

  private static boolean printable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
