package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class W3cDateTest {
  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  @Property
  void every_moment_is_read_in_every_zone_and_with_its_plus_lost(
      @ForAll @LongRange(min = 0, max = 253_402_214_400L) long second,
      @ForAll @IntRange(min = -17 * 60, max = 17 * 60) int minutes) {
    var at = Instant.ofEpochSecond(second);
    var text = at.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)).format(WRITTEN);
    assertThat(W3cDate.read(text)).contains(at);
    assertThat(W3cDate.read(text.replace('+', ' '))).contains(at);
  }

  @Property
  void any_other_text_is_no_date_and_no_fault(@ForAll String text) {
    assertThat(W3cDate.read(text)).isEmpty();
  }

  @Property
  void what_is_written_has_whole_seconds(@ForAll @LongRange(min = 0) long millis) {
    var at = Instant.ofEpochMilli(millis % 4_000_000_000_000L);
    assertThat(W3cDate.seconds(at).toString()).matches("[0-9T:-]{19}Z");
    assertThat(W3cDate.read(W3cDate.seconds(at).toString())).contains(W3cDate.seconds(at));
  }
}
