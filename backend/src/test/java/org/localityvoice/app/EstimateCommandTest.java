package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst or auditor types and gets. */
class EstimateCommandTest {
  @TempDir private Path folder;
  private Path margins;
  private Path responses;

  private record Ended(int code, String out, String err) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  private Ended estimate(String... further) {
    var arguments = new ArrayList<>(List.of("estimate", "--responses", responses.toString()));
    arguments.addAll(List.of("--margins", margins.toString()));
    arguments.addAll(List.of(further));
    var out = new StringWriter();
    var err = new StringWriter();
    var code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString());
  }

  @BeforeEach
  void two_small_files() throws IOException {
    margins =
        Files.writeString(
            folder.resolve("margins.csv"),
            "dimension,category,population\nage_band,16-34,300\nage_band,35-49,700\n");
    responses =
        Files.writeString(
            folder.resolve("responses.csv"),
            """
            wave,age_band,answer,n
            1,16-34,1,20
            1,16-34,3,20
            1,35-49,2,45
            1,35-49,5,15
            2,16-34,1,10
            2,16-34,PNS,2
            2,35-49,4,60
            """);
  }

  @Test
  void the_weighted_share_is_that_of_the_population() throws IOException {
    var end = estimate();
    assertThat(end.err()).isEmpty();
    assertThat(end.code()).isZero();
    var wave = end.json().at("/waves/0");
    // 20 of 40 of the young, 45 of 60 of the others, at 3 to 7.
    assertThat(wave.at("/estimate").asDouble()).isCloseTo(0.3 * 0.5 + 0.7 * 0.75, within(1e-12));
    assertThat(wave.at("/weights/0/cell/age_band").asText()).isEqualTo("16-34");
    assertThat(wave.at("/weights/0/weight").asDouble()).isCloseTo(0.75, within(1e-12));
    assertThat(wave.fieldNames())
        .toIterable()
        .containsExactly(
            "wave",
            "status",
            "offending",
            "n",
            "nValid",
            "estimate",
            "se",
            "effectiveBase",
            "designEffect",
            "ciLow",
            "ciHigh",
            "maxMarginDeviation",
            "weights",
            "cappedRespondents");
    assertThat(end.json().at("/waves/1/nValid").asInt()).isEqualTo(70);
    assertThat(end.json().at("/change/verdict").asText()).isEqualTo("down");
    assertThat(end.json().at("/change/status").asText()).isEqualTo("OK");
  }

  @Test
  void the_options_do_what_they_say() throws IOException {
    assertThat(estimate("--positive", "1").json().at("/waves/0/estimate").asDouble())
        .isCloseTo(0.15, within(1e-12));
    assertThat(estimate("--missing", "3,5").json().at("/waves/0/nValid").asInt()).isEqualTo(65);
    assertThat(estimate("--merge", "age_band:16-34+35-49").json().at("/waves/0/weights"))
        .hasSize(1);
    assertThat(estimate("--cap", "1.1").json().at("/waves/0/cappedRespondents").asInt())
        .isEqualTo(60);
    assertThat(estimate("--cap", "1.1").err()).contains("Note: the cap moves a margin of wave 1");
    assertThat(estimate("--format", "csv").out().lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("wave,1,OK,,100,100,0.675,"))
        .anyMatch(line -> line.startsWith("change,1..2,OK,") && line.endsWith(",down"));
  }

  @Test
  void what_cannot_be_is_told_in_a_line_and_nothing_is_printed() throws IOException {
    for (var wrong :
        List.of(
            List.of("--format", "xml"),
            List.of("--cap", "1"),
            List.of("--cap", "NaN"),
            List.of("--cap", "0"),
            List.of("--cap", "-5"),
            List.of("--cap", "0.5"),
            List.of("--cap", "1e999"),
            List.of("--merge", "age_band:16-34+70"),
            List.of("--margins", folder.resolve("none.csv").toString()))) {
      var end = estimate(wrong.toArray(String[]::new));
      assertThat(end.code()).as("%s", wrong).isPositive();
      assertThat(end.out()).isEmpty();
      assertThat(end.err().strip()).isNotEmpty();
    }
    Files.writeString(responses, "1,16-34,1,-4\n", java.nio.file.StandardOpenOption.APPEND);
    var end = estimate();
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.err().strip())
        .isEqualTo(
            "responses, row 9, column 'n': must be a whole number from 0 to 999999999999999,"
                + " not '-4'");
    Files.write(responses, new byte[] {'w', (byte) 0xff, ',', '\n'});
    assertThat(estimate().err()).contains("row 1, column '1': holds bytes that are not UTF-8");
  }

  @Test
  void margins_that_differ_much_are_told_and_the_figures_are_those_of_their_shares()
      throws IOException {
    responses =
        Files.writeString(responses, "wave,age_band,sex,answer,n\n1,16-34,F,1,9\n1,35-49,M,3,9\n");
    var head = "dimension,category,population\nage_band,16-34,300\nage_band,35-49,700\n";
    Files.writeString(margins, head + "sex,F,303\nsex,M,707\n");
    var near = estimate();
    assertThat(near.err()).isEmpty();
    assertThat(near.json().at("/warnings")).isEmpty();
    Files.writeString(margins, head + "sex,F,303.3\nsex,M,707.7\n");

    var far = estimate();

    assertThat(far.code()).isZero();
    assertThat(far.json().at("/warnings/0").asText())
        .isEqualTo(
            "the margins differ by more than 1 % in how many adults there are: age_band 1000, sex"
                + " 1011; only the shares within each are used.");
    assertThat(far.err().strip()).isEqualTo("Note: " + far.json().at("/warnings/0").asText());
    assertThat(far.json().at("/waves/0/estimate").asDouble())
        .isCloseTo(near.json().at("/waves/0/estimate").asDouble(), within(1e-12));
  }

  @Test
  void an_answer_counts_or_is_outside_the_base_and_blanks_around_options_are_none()
      throws IOException {
    var both = estimate("--positive", "1,2,DK");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).isEmpty();
    assertThat(both.err().strip())
        .isEqualTo(
            "--positive and --missing both name 'DK'; an answer either counts or is outside the"
                + " base.");
    assertThat(estimate("--positive", " , ").err().strip())
        .isEqualTo("--positive names no answer.");
    assertThat(estimate("--positive", "1, 2").out()).isEqualTo(estimate().out());
    // Nothing is missing but the empty answer; and one that nobody gave may be named.
    assertThat(estimate("--missing", "").json().at("/waves/1/nValid").asInt()).isEqualTo(72);
    assertThat(estimate("--positive", "1,2,9").err()).isEmpty();
    var typo = estimate("--positive", "very safe");
    assertThat(typo.code()).isZero();
    assertThat(typo.json().at("/waves/0/estimate").asDouble()).isZero();
    assertThat(typo.err()).startsWith("Note: no answer is one of --positive 'very safe', so every");
  }

  @Test
  void further_columns_are_not_looked_at_which_is_noted() throws IOException {
    Files.writeString(
        responses,
        Files.readString(responses).replaceAll("(?m)$", ",x").replaceAll("(?m)^,x$", ""));
    var end = estimate();
    assertThat(end.code()).isZero();
    assertThat(end.err().strip()).isEqualTo("Note: not used: the columns x.");
  }
}
