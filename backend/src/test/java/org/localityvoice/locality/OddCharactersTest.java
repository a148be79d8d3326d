package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes an area file is told of characters that nobody could see. */
class OddCharactersTest {
  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0009", "000D", "001F", "007F", "0085", "D800", "202D", "202E", "FFFF"
  })
  void an_odd_character_is_named_with_its_place(String point) {
    var text = "a\nb" + Character.toString(Integer.parseInt(point, 16)) + "c";
    assertThat(OddCharacters.first(text, OddCharacters.LINES))
        .contains(new OddCharacters.Found("U+" + point, 4));
    assertThat(OddCharacters.first(text, OddCharacters.ONE_LINE))
        .contains(new OddCharacters.Found("U+000A", 2));
  }

  @Test
  void every_script_and_what_turns_it_right_is_left_alone() {
    var texts =
        "żółć \u0627\u0644\u200F\u2067x\u2069 \u202Bx\u202C e\u0301 \uD83D\uDC4D\uFE0F \uFFFD";
    assertThat(OddCharacters.first(texts, OddCharacters.ONE_LINE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{en: Newport}', '{en: \"New\\u0007port\"} #!', /localities/0/name/en, U+0007",
    "'{en: Newport}', '{en: \"New\\u202Eport\"} #!', /localities/0/name/en, U+202E",
    "'{en: Newport}', '{en: \"New\\nport\"} #!', /localities/0/name/en, U+000A",
    "'name: Middlesbrough', 'name: \"Middles\\tbrough\" #!', /area/name, U+0009",
    "'name: Middlesbrough', 'name: \"Middles\\ud800brough\" #!', /area/name, U+D800",
    "'name: Middlesbrough', '\"na\\u007fme\": Middlesbrough #!', /area/na\u007fme, U+007F",
  })
  void an_area_file_with_one_is_refused_with_line_field_and_character(
      String from, String to, String pointer, String point) {
    var text = SampleArea.with(from, to);
    assertThat(SampleArea.faults(text))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo(pointer);
              assertThat(fault.message()).contains("holds the character " + point);
              assertThat(text.lines().toList().get(fault.line() - 1)).contains("#!");
            });
  }

  @ParameterizedTest
  @CsvSource({"1e400", "-1e400", "1e-400", "99999999999999999999", "1e999999999", "1e-999999999"})
  void a_number_that_cannot_be_held_is_refused_at_its_line(String number) {
    var text = SampleArea.with("adults: 720}", "adults: " + number + "} #!");
    assertThat(SampleArea.faults(text))
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/localities/0/population/cells/0/adults");
              assertThat(fault.message()).isEqualTo("is not a number that can be read");
              assertThat(text.lines().toList().get(fault.line() - 1)).contains("#!");
            });
  }

  @Test
  void an_id_that_ends_with_its_line_is_no_id() {
    var text =
        SampleArea.with("- id: healthier-population", "- id: \"healthier-population\\n\" #!");
    assertThat(SampleArea.faults(text))
        .extracting(Fault::message)
        .anySatisfy(message -> assertThat(message).startsWith("must be an id"));
  }

  @Test
  void a_text_that_is_cut_ends_with_a_whole_character() {
    assertThat(PlainText.beginning("a😀😀😀", 2)).isEqualTo("a😀");
    assertThat(PlainText.beginning("a😀", 2)).isEqualTo("a😀");
    assertThat(PlainText.beginning("", 2)).isEmpty();
  }
}
