package org.localityvoice.locality;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localityvoice.locality.AreaReading.Faulty;

class HostileAreaFileTest {
  private static final AreaFile FILES = new AreaFile(List.of());

  private static Fault onlyFault(byte[] file) {
    var faults = ((Faulty) FILES.read(file)).faults();
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private static Fault onlyFault(String text) {
    return onlyFault(text.getBytes(UTF_8));
  }

  @Test
  void another_encoding_is_refused_at_its_first_line() {
    var line = SampleArea.text().lines().toList().indexOf("    name: {en: Newport}") + 1;
    var text = SampleArea.with("name: {en: Newport}", "name: {en: Nëwport}");

    var fault = onlyFault(ascii(text).getBytes(ISO_8859_1));

    assertThat(fault.line()).isEqualTo(line);
    assertThat(fault.message()).contains("is not UTF-8 here");
  }

  private static String ascii(String text) {
    return text.chars()
        .filter(c -> c < 128 || c == 'ë')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @Test
  void a_byte_order_mark_does_no_harm() {
    assertThat(FILES.read(("\uFEFF" + SampleArea.text()).getBytes(UTF_8)))
        .isInstanceOf(AreaReading.Good.class);
  }

  @Test
  void a_file_may_be_five_mebibytes_and_not_a_byte_more() {
    var text = SampleArea.text() + "\n";
    var room = AreaFile.MOST_BYTES - text.getBytes(UTF_8).length;
    var full = text + "# seven\n".repeat(room / 8) + "\n".repeat(room % 8);

    assertThat(FILES.read(full.getBytes(UTF_8))).isInstanceOf(AreaReading.Good.class);
    assertThat(onlyFault(full + "\n").message()).isEqualTo("is larger than 5 MiB");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThat(onlyFault("").message()).isEqualTo("is empty");
    assertThat(onlyFault("# nothing\n\n").message()).isEqualTo("is empty");
  }

  @Test
  void a_text_that_is_no_table_of_parts_is_refused() {
    assertThat(onlyFault("hello").message())
        .isEqualTo("must be an area file of format 1, not “hello”");
  }

  @Test
  void a_second_document_is_refused() {
    assertThat(onlyFault(SampleArea.text() + "---\nformat: 1\n").message())
        .contains("more than one document");
  }

  @Test
  void a_character_that_is_not_text_is_refused_at_its_line() {
    var fault = onlyFault("format: 1\narea: a\u0007b\n");

    assertThat(fault.line()).isEqualTo(2);
    assertThat(fault.message()).isEqualTo("holds a character that is not text");
  }

  @Test
  void parts_that_unfold_into_gigabytes_are_refused() {
    var bomb =
        IntStream.range(1, 12)
            .mapToObj(i -> "- &a%d [%s]".formatted(i, ("*a" + (i - 1) + ", ").repeat(9) + "x"))
            .collect(Collectors.joining("\n", "- &a0 [x]\n", "\n"));

    assertThat(onlyFault(bomb).message()).contains("unfolds into too much");
  }

  @Test
  void a_part_that_repeats_itself_is_refused() {
    assertThat(onlyFault("area: &a {b: *a}\n").message()).contains("nested too deep");
  }

  @Test
  void nesting_without_end_is_refused() {
    assertThat(onlyFault("[".repeat(100_000)).message()).contains("nested too deep");
  }

  @Test
  void a_number_that_nothing_can_hold_is_refused() {
    var text = SampleArea.with("adults: 720", "adults: 1e999");

    assertThat(SampleArea.faults(text))
        .extracting(Fault::message)
        .contains("is not a number that can be read");
  }

  @Test
  void very_many_faults_are_cut_short_and_counted() {
    var text = "format: 1\nwaves:\n" + "- {}\n".repeat(100);

    var faults = SampleArea.faults(text);

    assertThat(faults).hasSize(201);
    assertThat(faults.get(200).message()).isEqualTo("has 604 more faults from here on");
  }

  @Test
  void boundaries_too_large_for_the_store_are_refused() {
    var ring =
        IntStream.range(0, 9_998)
            .mapToObj(i -> "[%.7f,%.7f]".formatted(-1.2 - i * 1e-6, 54.5 + i * (double) i * 1e-9))
            .collect(Collectors.joining(","));
    // Every ring is a bow that is closed by its chord, clockwise from west to east turned round.
    var rings =
        IntStream.range(0, 11)
            .mapToObj(i -> "[[" + ring + ",[-1.2,54.7],[-1.2000000,54.5000000]]]")
            .collect(Collectors.joining(","));
    var text =
        SampleArea.text()
            .replaceFirst(
                "(?s)type: Polygon\n      coordinates:\n.*?    languages",
                "type: MultiPolygon\n      coordinates: [" + rings + "]\n    languages");

    assertThat(SampleArea.faults(text))
        .extracting(Fault::pointer, Fault::message)
        .contains(
            org.assertj.core.groups.Tuple.tuple(
                "/localities",
                "have boundaries of 110007 positions together; simplify them to at most 100000"));
  }
}
