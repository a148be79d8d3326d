package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.problem.Violation;

/** Text that nobody can see, and numbers that nobody can tell exactly, are named by their place. */
class PlainValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000", "001F", "007F", "0085", "009F", "D800", "DFFF", "FDD0", "FFFE", "202A", "202E",
        "2066", "2069"
      })
  void a_character_that_is_not_plain_text_is_named_with_its_place(String code) throws Exception {
    assertThat(faults("{'rows':[{'a/b':'so \\u" + code + "'}]}"))
        .containsExactly(Violation.at("/rows/0/a~1b", "characters", "U+" + code));
  }

  @Test
  void a_name_that_is_not_plain_text_is_told_at_the_object_that_has_it() throws Exception {
    assertThat(faults("{'a':{'\\u0007':1}}"))
        .containsExactly(Violation.at("/a", "characters", "U+0007"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zażółć gęślą jaźń",
        "👩\u200d👧 ❤\ufe0f",
        "नमस्ते",
        "שלום\u200f",
        "one\\n\\ttwo\\r\\n"
      })
  void what_people_write_is_plain_text(String text) throws Exception {
    assertThat(faults("{'" + text + "':'" + text + "'}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1000000000000000000000000000000", "1e30"})
  void a_number_out_of_reach_is_named_with_its_place(String number) throws Exception {
    assertThat(faults("[0,{'n':" + number + "}]")).containsExactly(Violation.at("/1/n", "number"));
  }

  @Test
  void numbers_up_to_the_last_exact_one_pass_and_fifty_faults_are_enough() throws Exception {
    assertThat(faults("[9007199254740991,-9007199254740991,0.1,1e-400]")).isEmpty();
    assertThat(faults("[0" + ",1e99".repeat(80) + "]")).hasSize(50);
  }

  private static List<Violation> faults(String json) throws Exception {
    return PlainValues.faults(Json.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }
}
