package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WirePiecesTest {
  private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120                           | 2026-10-05T09:02:00Z",
        "0                             | 2026-10-05T09:00:00Z",
        "Mon, 05 Oct 2026 09:30:00 GMT | 2026-10-05T09:30:00Z",
        "Sun, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z"
      })
  void retry_after_is_read_in_seconds_and_as_a_date(String value, Instant at) {
    assertThat(RetryAfter.parse(value, NOW)).contains(at);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "2026-10-05T09:30:00Z"})
  void what_is_neither_says_nothing(String value) {
    assertThat(RetryAfter.parse(value, NOW)).isEmpty();
  }

  @Property
  void reading_retry_after_never_fails(@ForAll String value) {
    assertThat(RetryAfter.parse(value, NOW)).isNotNull();
  }

  @Test
  void an_excerpt_is_one_line_without_anything_that_a_terminal_obeys() {
    assertThat(Excerpt.printable("  a\r\n\tb\u001b[31m\u0000c\u202ed\u200be  "))
        .isEqualTo("a b [31m c d e");
    assertThat(Excerpt.printable("Zażółć 🙂")).isEqualTo("Zażółć 🙂");
  }

  @Property
  void an_excerpt_is_never_longer_than_200_characters_nor_holds_a_control(@ForAll String text) {
    var excerpt = Excerpt.printable(text.repeat(3));

    assertThat(excerpt.codePointCount(0, excerpt.length())).isLessThanOrEqualTo(200);
    assertThat(excerpt.chars()).noneMatch(Character::isISOControl);
  }

  @Property
  void a_cursor_comes_back_as_the_sequence_it_was_made_of(@ForAll long sequence) {
    assertThat(PmfOperations.sequence(PmfOperations.cursor(sequence))).isEqualTo(sequence);
  }
}
