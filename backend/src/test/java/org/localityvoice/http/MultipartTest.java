package org.localityvoice.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** What was sent in parts is what arrives; what is damaged is refused and never half read. */
class MultipartTest {
  private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";
  private static final MediaType TYPE =
      MediaType.of("multipart/form-data; boundary=" + BOUNDARY).orElseThrow();

  /** One part as a browser writes it; with a file name if it is a file. */
  record Part(String name, Buffer content, boolean file) {
    void to(Buffer body) {
      body.appendString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name)
          .appendString(
              file ? "\"; filename=\"a;b.jpg\"\r\nContent-Type: image/jpeg\r\n" : "\"\r\n")
          .appendString("\r\n")
          .appendBuffer(content)
          .appendString("\r\n");
    }
  }

  @Provide
  Arbitrary<Part> parts() {
    var names = Arbitraries.of("a", "attribute[X]", "photo1", "zoë", "a;b=c");
    var texts =
        Arbitraries.strings()
            .withChars("ab\r\n-é")
            .ofMaxLength(40)
            .map(text -> text.getBytes(UTF_8));
    var files = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
    return Arbitraries.oneOf(
        Combinators.combine(names, texts)
            .as((name, text) -> new Part(name, Buffer.buffer(text), false)),
        Combinators.combine(names, files)
            .as((name, bytes) -> new Part(name, Buffer.buffer(bytes), true)));
  }

  @Property(tries = 200)
  void every_part_arrives_in_its_order(@ForAll @Size(max = 8) List<@From("parts") Part> parts) {
    var form = Multipart.read(body(parts).getBytes(), TYPE);
    assertThat(form.fields())
        .isEqualTo(
            parts.stream()
                .filter(part -> !part.file())
                .map(part -> new Form.Field(part.name(), part.content().toString(UTF_8)))
                .toList());
    assertThat(form.files())
        .isEqualTo(
            parts.stream()
                .filter(Part::file)
                .map(part -> new Form.FilePart(part.name(), "image/jpeg", part.content()))
                .toList());
  }

  @Property(tries = 300)
  void a_form_that_was_cut_off_anywhere_is_refused(
      @ForAll @Size(max = 4) List<@From("parts") Part> parts,
      @ForAll @IntRange(max = 10_000) int cut) {
    var whole = body(parts).getBytes();
    // Without the line end after the last boundary it is whole still.
    var part = Arrays.copyOf(whole, cut % (whole.length - 2));
    assertThatThrownBy(() -> Multipart.read(part, TYPE))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.type()).isEqualTo(ProblemType.INVALID_REQUEST));
  }

  @Property(tries = 500)
  void a_damaged_form_is_read_or_refused_and_never_a_fault(
      @ForAll @Size(max = 4) List<@From("parts") Part> parts,
      @ForAll @IntRange(max = 10_000) int place,
      @ForAll byte damage) {
    var bytes = body(parts).getBytes();
    bytes[place % bytes.length] = damage;
    assertThat(refusal(bytes).map(Problem::type).orElse(ProblemType.INVALID_REQUEST))
        .isEqualTo(ProblemType.INVALID_REQUEST);
  }

  private static Optional<Problem> refusal(byte[] bytes) {
    try {
      Multipart.read(bytes, TYPE);
      return Optional.empty();
    } catch (Problem refused) {
      return Optional.of(refused);
    }
  }

  private static Buffer body(List<Part> parts) {
    var body = Buffer.buffer();
    parts.forEach(part -> part.to(body));
    return body.appendString("--" + BOUNDARY + "--\r\n");
  }
}
