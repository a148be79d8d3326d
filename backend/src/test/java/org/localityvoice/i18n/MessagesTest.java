package org.localityvoice.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localityvoice.problem.ProblemType;

class MessagesTest {
  private final Messages messages = Messages.load();

  @Test
  void every_language_says_everything() {
    for (var language : messages.languages()) {
      assertThat(messages.keys(language)).as(language).isEqualTo(messages.keys("en"));
    }
  }

  /** Of two sentences under one name the later one would be told in both places. */
  @Test
  void no_sentence_is_written_twice() throws IOException {
    for (var file : List.of("messages.properties", "messages_pl.properties")) {
      try (var lines = Files.lines(Path.of("src/main/resources/org/localityvoice/i18n", file))) {
        assertThat(lines.filter(line -> line.contains("=") && !line.startsWith("#")))
            .extracting(line -> line.substring(0, line.indexOf('=')))
            .as(file)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void every_kind_of_problem_has_a_title_and_a_sentence() {
    for (var type : ProblemType.values()) {
      assertThat(messages.keys("en"))
          .contains("problem." + type.slug(), "problem." + type.slug() + ".title");
    }
  }

  @Test
  void a_language_without_messages_is_answered_in_english_and_numbers_have_no_commas() {
    assertThat(messages.text("cy", "problem.payload-too-large", List.of(262144)))
        .isEqualTo("The body is larger than 262144 bytes.");
  }
}
