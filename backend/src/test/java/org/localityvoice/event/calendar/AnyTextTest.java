package org.localityvoice.event.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever people write, a calendar says just that, and nothing that they did not mean to. */
class AnyTextTest {
  private static final String HOSTILE =
      "Trip\r\nEND:VEVENT\rBEGIN:VEVENT\nSUMMARY:Mine\u0085ATTENDEE:a\u2028X-EVIL:1\u000BX:\u0000";

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(300),
        Arbitraries.strings()
            .withChars("\\;,:\"nN\r\n\t =-\u0085\u2028\u2029\u000B\u000C\u001C\u007F\u0000ażñ漢")
            .ofMaxLength(300),
        Arbitraries.of("🎨", "👩‍👧", "ż", "漢", "a", " ", "e\u0301", "\uD800", "\uFEFF")
            .list()
            .ofMaxSize(200)
            .map(parts -> String.join("", parts)));
  }

  @Property
  void any_text_comes_back_from_two_readers(
      @ForAll("texts") String title, @ForAll("texts") String description) {
    var stream = ICalendar.write(Sample.feed(title, description, List.of()));
    assertThat(Readers.read(stream))
        .containsExactly(
            new Readers.Found(
                "session-s-1@voice.example",
                CalendarText.holdable(title),
                CalendarText.holdable(description),
                CalendarText.holdable(title),
                List.of()));
  }

  @Property(tries = 200)
  void what_the_format_can_hold_is_not_changed(@ForAll("texts") String text) {
    var once = CalendarText.holdable(text);
    assertThat(CalendarText.holdable(once)).isEqualTo(once);
    if (text.codePoints().noneMatch(AnyTextTest::unholdable)) {
      assertThat(once).isEqualTo(text);
    }
  }

  private static boolean unholdable(int point) {
    return (point < ' ' && point != '\t' && point != '\n')
        || point == 0x7F
        || point == 0x85
        || point == 0x2028
        || point == 0x2029
        || (point >= 0xD800 && point <= 0xDFFF);
  }

  @Property
  void no_line_is_longer_than_75_octets_or_cuts_a_character(
      @ForAll("texts") String title, @ForAll("texts") String description) {
    wellFolded(ICalendar.write(Sample.feed(title, description, List.of(description, title))));
  }

  @Test
  void lines_that_are_too_long_or_cut_a_character_are_noticed() {
    // The control: one octet more, and a cut in the middle of a letter.
    wellFolded(("X:" + "a".repeat(73) + "\r\n").getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(
            () -> wellFolded(("X:" + "a".repeat(74) + "\r\n").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(AssertionError.class);
    var cut = new byte[] {'X', ':', (byte) 0xC5, '\r', '\n', ' ', (byte) 0xBC, '\r', '\n'};
    assertThatThrownBy(() -> wellFolded(cut)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_title_cannot_bring_a_line_or_an_event_of_its_own() {
    var stream = ICalendar.write(Sample.feed(HOSTILE, HOSTILE, List.of(HOSTILE)));
    wellFolded(stream);
    assertThat(Readers.read(stream))
        .singleElement()
        .satisfies(event -> assertThat(event.summary()).startsWith("Trip\nEND:VEVENT\nBEGIN"));
    assertThat(injected(stream)).isFalse();

    // The control: written as it stands, it does.
    var plain = Sample.feed("TITLE", "", List.of());
    var naive =
        new String(ICalendar.write(plain), StandardCharsets.UTF_8)
            .replace("TITLE", HOSTILE)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(injected(naive)).isTrue();
  }

  /** Whether a reader that splits lines wherever Unicode does finds a line that is not ours. */
  private static boolean injected(byte[] stream) {
    return new String(stream, StandardCharsets.UTF_8)
        .lines()
        .flatMap(line -> Arrays.stream(line.split("\\R")))
        .anyMatch(line -> line.matches("(X-EVIL|ATTENDEE|X|SUMMARY):.*"));
  }

  private static void wellFolded(byte[] stream) {
    var start = 0;
    for (var end = 0; end < stream.length; end++) {
      if (stream[end] == '\n') {
        assertThat(stream[end - 1]).isEqualTo((byte) '\r');
        assertThat(end - 1 - start).as("octets").isLessThanOrEqualTo(75);
        readable(Arrays.copyOfRange(stream, start, end - 1));
        start = end + 1;
      }
    }
    assertThat(start).isEqualTo(stream.length);
  }

  private static void readable(byte[] line) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      assertThat(text).doesNotContain("\r", "\n");
    } catch (CharacterCodingException e) {
      throw new AssertionError("a character is cut", e);
    }
  }
}
