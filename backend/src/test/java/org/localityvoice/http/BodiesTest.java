package org.localityvoice.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies that are bytes, and bodies that need not be there. */
class BodiesTest {
  private static final String END = "Host: h\r\nConnection: close\r\n";

  @Test
  void bytes_arrive_as_they_were_sent_up_to_the_operations_own_cap() {
    try (var server = SmallServer.with("postPhoto", BodiesTest::back)) {
      var bytes = new byte[100_000];
      new Random(7).nextBytes(bytes);
      var answer = server.post("/photos", "image/jpeg", bytes);
      assertThat(answer.body()).isEqualTo(Buffer.buffer(bytes).hashCode() + " of 100000");
      assertThat(server.post("/photos", "Application/Octet-Stream", new byte[1]).statusCode())
          .isEqualTo(200);
      assertThat(server.post("/photos", "image/jpeg", new byte[100_001]).statusCode())
          .isEqualTo(413);
    }
  }

  @Test
  void bytes_in_chunks_stop_at_the_cap_as_well() {
    try (var server = SmallServer.with("postPhoto", BodiesTest::back)) {
      var head =
          "POST /photos HTTP/1.1\r\n"
              + END
              + "Content-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n";
      var chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";
      assertThat(server.raw(head + chunk.repeat(10) + "0\r\n\r\n")).startsWith("HTTP/1.1 200");
      assertThat(server.raw(head + chunk.repeat(10) + "1\r\nx\r\n0\r\n\r\n"))
          .startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void a_body_that_is_announced_too_large_is_not_waited_for() {
    try (var server = SmallServer.plain()) {
      var answer =
          server.firstLine(
              "POST /photos HTTP/1.1\r\n"
                  + END
                  + "Content-Type: image/png\r\nExpect: 100-continue\r\n"
                  + "Content-Length: 100001\r\n\r\n");
      assertThat(answer).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void only_the_types_named_are_taken_and_nothing_is_no_photo() {
    try (var server = SmallServer.plain()) {
      for (var type : List.of("text/plain", "application/json", "imagery/png", "image", "x;;")) {
        var answer = server.post("/photos", type, "{}");
        assertThat(answer.statusCode()).as(type).isEqualTo(415);
        assertThat(answer.body()).contains("image/*, application/octet-stream");
      }
      var empty = server.post("/photos", "image/png", new byte[0]);
      assertThat(empty.statusCode()).isEqualTo(400);
      assertThat(empty.body()).contains("A body is needed here");
    }
  }

  @Test
  void a_body_that_is_not_demanded_may_be_absent_but_not_wrong() {
    try (var server = SmallServer.with("postNote", BodiesTest::noted)) {
      var post = "POST /notes HTTP/1.1\r\n" + END;
      assertThat(server.raw(post + "\r\n")).endsWith("nothing");
      assertThat(server.raw(post + "Content-Length: 0\r\n\r\n")).endsWith("nothing");
      assertThat(server.raw(post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
          .contains("nothing");
      assertThat(server.raw(post + "Content-Length: 2\r\n\r\n{}")).startsWith("HTTP/1.1 415");
      assertThat(server.post("/notes", "application/json", "").body()).isEqualTo("nothing");
      assertThat(server.post("/notes", "application/json", "{\"id\":\"a\"}").body()).isEqualTo("a");
      assertThat(server.post("/notes", "application/json", "{}").statusCode()).isEqualTo(400);
      assertThat(server.post("/notes", "text/plain", "").statusCode()).isEqualTo(415);
      assertThat(server.post("/notes", "application/json", "{\"id\":1}").statusCode())
          .isEqualTo(400);
    }
  }

  private static Future<Reply> back(Call call) {
    return text(call.bytes().hashCode() + " of " + call.bytes().length());
  }

  private static Future<Reply> noted(Call call) {
    return text(call.hasBody() ? call.body(Thing.class).id() : "nothing");
  }

  private static Future<Reply> text(String text) {
    return Future.succeededFuture(Reply.of("text/plain", Buffer.buffer(text.getBytes(UTF_8))));
  }

  record Thing(String id) {}
}
