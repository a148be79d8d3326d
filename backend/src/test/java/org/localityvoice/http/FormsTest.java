package org.localityvoice.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.http.SmallServer.json;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, with and without files, good and broken. */
class FormsTest {
  private static final String PLAIN = "application/x-www-form-urlencoded";
  private static final String PARTS = "multipart/form-data; boundary=xyz";
  private static SmallServer server;

  @BeforeAll
  static void start() {
    server = SmallServer.with("postForm", FormsTest::seen);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Future<Reply> seen(Call call) {
    return Future.succeededFuture(
        Reply.of(
            "text/plain",
            Buffer.buffer(call.hasForm() ? text(call.form()) : call.body(Thing.class).id())));
  }

  private static String text(Form form) {
    return form.fields().stream()
            .map(field -> field.name() + "=" + field.value())
            .collect(Collectors.joining("|"))
        + form.files().stream()
            .map(file -> "|" + file.name() + ":" + file.contentType() + ":" + file.bytes().length())
            .collect(Collectors.joining());
  }

  record Thing(String id) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "a=1&b=2&a=3 a=1|b=2|a=3",
        "attribute%5BX%5D=1&attribute[X]=2 attribute[X]=1|attribute[X]=2",
        "a=one%0D%0Atwo ~a=one\r\ntwo~",
        "a=zo%C3%AB+%2B ~a=zoë +~",
        "a&b= a=|b=",
        "a=1=2&&c=3& a=1=2|c=3"
      })
  void fields_keep_their_order_their_repetitions_and_their_line_ends(String body, String seen) {
    assertThat(server.post("/forms", PLAIN, body).body()).isEqualTo(seen);
    assertThat(server.post("/forms", PLAIN + "; charset=UTF-8", body).body()).isEqualTo(seen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%FF", "%C3=1", "=1", "a=1&=2"})
  void a_form_that_cannot_be_read_is_refused_with_the_reason(String body) {
    var answer = server.post("/forms", PLAIN, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo("#");
    assertThat(json(answer).at("/errors/0/detail").asText()).contains("form");
  }

  @Test
  void another_charset_is_refused() {
    assertThat(server.post("/forms", PLAIN + "; charset=latin1", "a=1").statusCode())
        .isEqualTo(415);
  }

  @Test
  void an_operation_that_takes_both_takes_json_as_well() {
    assertThat(server.post("/forms", "application/json", "{\"id\":\"a\"}").body()).isEqualTo("a");
    assertThat(server.post("/forms", "application/json", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void parts_arrive_in_order_with_their_files() {
    var body =
        part("name=\"b\"", "", "one\r\ntwo")
            + part("name=\"photo1\"; filename=\"a.jpg\"", "Content-Type: image/jpeg\r\n", "\r\n--x")
            + part("name=\"a\"", "Content-Type: text/plain; charset=utf-8\r\n", "zoë")
            + part("name=\"a\"", "", "")
            + part("name=\"photo2\"; filename=\"\"", "", "12345")
            + "--xyz--\r\n";
    var seen = "b=one\r\ntwo|a=zoë|a=|photo1:image/jpeg:5|photo2:application/octet-stream:5";
    for (var type :
        new String[] {
          PARTS,
          "Multipart/Form-Data; charset=utf-8; Boundary=\"xyz\"",
          "multipart/form-data;boundary=xyz;"
        }) {
      assertThat(server.post("/forms", type, body).body()).as(type).isEqualTo(seen);
    }
  }

  @Test
  void a_boundary_with_odd_characters_is_found() {
    var odd = "a'()+_,./:=? -b";
    var body = (part("name=\"a\"", "", "1") + "--xyz--\r\n").replace("xyz", odd);
    assertThat(server.post("/forms", "multipart/form-data; boundary=\"" + odd + '"', body).body())
        .isEqualTo("a=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "--xyz",
        "--xyz\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyz",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyz\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n1",
        "--xyz\r\nContent-Disposition: form-data\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; filename=\"f\"\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Type: text/plain\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--xyz--\r\n",
        "--xyzzy\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyzzy--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain;"
            + " charset=none\r\n\r\n1\r\n--xyz--\r\n",
        "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: odd\r\n\r\n1"
            + "\r\n--xyz--\r\n",
        "--abc\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--abc--\r\n"
      })
  void a_form_that_breaks_off_or_is_written_wrongly_is_refused(String body) {
    var answer = server.post("/forms", PARTS, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/errors/0/detail").asText()).contains("form");
  }

  @Test
  void a_value_that_is_no_text_in_utf_8_is_refused() {
    var body = (part("name=\"a\"", "", "\u00ff") + "--xyz--\r\n").getBytes(ISO_8859_1);
    assertThat(server.post("/forms", PARTS, body).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; boundary=", "; boundary=\"\"", "; boundary=\"a;b\"", "; bound=x"})
  void a_form_without_a_good_boundary_is_refused(String rest) {
    var body = part("name=\"a\"", "", "1") + "--xyz--\r\n";
    assertThat(server.post("/forms", "multipart/form-data" + rest, body).statusCode())
        .isIn(400, 415);
  }

  @Test
  void fields_files_and_lengths_have_their_caps() {
    assertThat(fields(FormLimits.MOST_FIELDS)).isEqualTo(200);
    assertThat(fields(FormLimits.MOST_FIELDS + 1)).isEqualTo(400);
    assertThat(files(FormLimits.MOST_FILES)).isEqualTo(200);
    assertThat(files(FormLimits.MOST_FILES + 1)).isEqualTo(400);
    var longest = "x".repeat(FormLimits.LONGEST_FIELD);
    assertThat(server.post("/forms", PLAIN, "a=" + longest).statusCode()).isEqualTo(200);
    var longer = server.post("/forms", PLAIN, "a=x" + longest);
    assertThat(longer.statusCode()).isEqualTo(400);
    assertThat(json(longer).at("/errors/0/pointer").asText()).isEqualTo("#/a");
    assertThat(
            server
                .post("/forms", PARTS, part("name=\"a\"", "", "x" + longest) + "--xyz--\r\n")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            server
                .post("/forms", PLAIN, "n".repeat(FormLimits.LONGEST_NAME + 1) + "=1")
                .statusCode())
        .isEqualTo(400);
    assertThat(server.post("/forms", PARTS, new byte[20_000_001]).statusCode()).isEqualTo(413);
  }

  @Test
  void nothing_of_a_form_is_read_for_somebody_who_may_not_send_it() {
    var head =
        "POST /staff/forms HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: "
            + PARTS
            + "\r\nContent-Length: 900\r\n";
    assertThat(server.firstLine(head + "Expect: 100-continue\r\n\r\n")).startsWith("HTTP/1.1 401");
  }

  private static int fields(int number) {
    var body =
        IntStream.range(0, number).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
    return server.post("/forms", PLAIN, body).statusCode();
  }

  private static int files(int number) {
    var body = part("name=\"f\"; filename=\"a\"", "", "1").repeat(number) + "--xyz--\r\n";
    return server.post("/forms", PARTS, body.getBytes(UTF_8)).statusCode();
  }

  private static String part(String disposition, String headers, String content) {
    return "--xyz\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\n"
        + headers
        + "\r\n"
        + content
        + "\r\n";
  }
}
