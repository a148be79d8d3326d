package org.localityvoice.pledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.locality.AreaFile;
import org.localityvoice.locality.AreaReading;

class PledgesInTheAreaFileTest {
  private static final AreaFile FILES = new AreaFile(List.of(new PledgeSection()));

  private static String sample() throws IOException {
    try (var in = AreaFile.class.getResourceAsStream("/sample/area.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static AreaReading read(String text) {
    return FILES.read(text.getBytes(UTF_8));
  }

  @Test
  void the_sample_promises_something_in_both_wards() throws IOException {
    var pledges =
        PledgeReader.read(((AreaReading.Good) read(sample())).whole().path(PledgeSection.PART));
    assertThat(pledges.topics())
        .flatExtracting(Pledges.Topic::localities)
        .contains("newport", "north-ormesby");
    assertThat(pledges.contacts()).isNotEmpty();
  }

  @Test
  void a_file_without_pledges_promises_nothing() throws IOException {
    var text = sample();
    var without =
        text.substring(0, text.indexOf("\npledges:"))
            + text.substring(text.indexOf("\nactivities:"));
    var reading = (AreaReading.Good) read(without);
    assertThat(PledgeReader.read(reading.whole().path(PledgeSection.PART)).topics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- id: cared-for-homes|- id: clean-streets|/topics/1/id|must be unique",
        "theme: environmental-standards\\n      localities|theme: nothing\\n      localities"
            + "|/topics/0/theme|names no theme",
        "[north-ormesby]\\n      ourPart|[nowhere]\\n      ourPart|/topics/3/localities/0"
            + "|names no locality",
        "[north-ormesby]\\n      ourPart|[newport]\\n      ourPart|/topics/3/ourPart/0/partner"
            + "|does not work in newport",
        "- partner: thirteen\\n          text|- partner: nobody\\n          text"
            + "|/topics/1/ourPart/0/partner|names no partner",
        "localities: [north-ormesby]\\n      who|localities: [newport]\\n      who"
            + "|/topics/0/ourPart/1/partner|has no contact in north-ormesby",
        "{en: Growing team, pl: Zespół ogrodniczy}|{en: Growing team}|/contacts/7/who"
            + "|is not written in the language pl",
        "tidy and repair what is broken there.\\n            pl:|tidy.\\n            cy:"
            + "|/topics/1/ourPart/0/text|is not written in the language pl",
        "        - en: Adopt a planter, or join those who have.\\n          pl:"
            + "|        - en: Adopt a planter.\\n          cy:"
            + "|/topics/4/yourPart/0|is not written in the language pl",
        "'Not for emergencies: call 999', pl:|'Call 999', cy:|/contacts/5/hours"
            + "|is not written in the language pl",
        "      email: growing@example.org|      localities: [newport]|/contacts/7"
            + "|must have a phone, an email or a web",
        "localities: [north-ormesby]\\n      who|localities: [nowhere]\\n      who"
            + "|/contacts/2/localities/0|names no locality",
        "- partner: youth-focus-north-east\\n      who"
            + "|- {partner: youth-focus-north-east, localities: [newport], phone: '123', who: {en: A, pl: B}}"
            + "\\n    - partner: youth-focus-north-east\\n      who"
            + "|/contacts/6/partner|does not work in newport",
        "phone: \"01632 960201\"|phone: call us|/contacts/0/phone|a telephone number",
        "email: growing@example.org|email: growing|/contacts/7/email|an email address",
        "https://example.org/thirteen|http://example.org/thirteen|/contacts/3/web|https://",
      })
  void what_does_not_fit_is_told_with_its_place(
      String before, String after, String place, String reason) throws IOException {
    var text = sample();
    var changed = text.replace(before.replace("\\n", "\n"), after.replace("\\n", "\n"));
    assertThat(changed).isNotEqualTo(text);
    assertThat(((AreaReading.Faulty) read(changed)).faults())
        .anySatisfy(
            fault -> {
              assertThat(fault.pointer()).isEqualTo("/pledges" + place);
              assertThat(fault.message()).contains(reason);
              assertThat(fault.line()).isPositive();
            });
  }
}
