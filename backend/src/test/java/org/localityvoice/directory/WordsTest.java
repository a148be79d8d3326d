package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "Classes, class",
    "families, family",
    "FOOD, foods",
    "Łódź, lodz",
    "świetlica, swietlica",
    "parenting, parent",
    "shopping, shops",
    "housing, house",
    "Café, cafes",
    "Tŷ, ty"
  })
  void these_are_the_same_word(String one, String other) {
    assertThat(Words.of(one)).isEqualTo(Words.of(other));
  }

  @ParameterizedTest
  @CsvSource({"bus, bush", "class, clasp", "boxing, box lunch", "food, foot"})
  void and_these_are_not(String one, String other) {
    assertThat(Words.of(one)).isNotEqualTo(Words.of(other));
  }

  @Test
  void words_that_say_nothing_are_left_out_and_nothing_is_left_of_signs() {
    assertThat(Words.of("the Friends of the Park")).containsExactly("friend", "park");
    assertThat(Words.of(" -- !? ")).isEmpty();
    assertThat(Words.of("Children's centre")).isEqualTo(Words.of("Childrens centre"));
  }

  @Property
  void whatever_is_typed_becomes_words_without_space_or_capitals(
      @ForAll @StringLength(max = 60) String text) {
    for (var word : Words.of(text)) {
      assertThat(word).isNotEmpty().hasSizeLessThanOrEqualTo(40).doesNotContainAnyWhitespaces();
    }
  }
}
