package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What the area file says of people who take part. */
@ExtendWith(TownExtension.class)
class EventRulesTest {
  private static final String ENTRY = "- {service: events, from: \"2018-05-25\", age: 13}";

  @Test
  void the_age_of_a_login_changes_on_the_day_that_the_file_says(Town town) {
    // It is 23 November 2026 in the town.
    assertThat(
            town.imports(
                file ->
                    file.replace(
                        ENTRY, ENTRY + "\n    - {service: events, from: \"2026-11-24\", age: 16}")))
        .isEmpty();
    assertThat(puts(town, "lena", "2012-01-01")).isEqualTo(201);
    town.passes(java.time.Duration.ofDays(1));
    assertThat(puts(town, "ben", "2012-01-01")).isEqualTo(409);
    assertThat(puts(town, "zoe", "2010-11-24")).isEqualTo(201);
    // Without any entry it is eighteen: no law is guessed.
    assertThat(town.imports(file -> file.replace("  consentAge:\n    " + ENTRY + "\n", "")))
        .isEmpty();
    assertThat(puts(town, "tom", "2009-01-01")).isEqualTo(409);
    assertThat(puts(town, "ann", "2008-11-24")).isEqualTo(201);
  }

  @Test
  void in_summer_a_birthday_begins_an_hour_before_midnight_in_utc(Town town) {
    var begins = java.time.Instant.parse("2027-06-30T23:00:00Z");
    town.clock().advance(java.time.Duration.between(town.clock().instant(), begins));
    assertThat(puts(town, "lena", "2014-07-01")).isEqualTo(201);
    assertThat(puts(town, "ben", "2014-07-02")).isEqualTo(409);
  }

  @Test
  void what_is_wrong_in_the_file_is_told_with_its_line(Town town) {
    var faults =
        town.imports(
            file ->
                file.replace(ENTRY, ENTRY + "\n    " + ENTRY)
                    .replace("    - purpose: push\n", "    - purpose: photos\n"));
    assertThat(faults)
        .hasSize(2)
        .anyMatch(fault -> fault.contains("/eventRules/consentAge/1/from begins on the day"))
        .anyMatch(
            fault -> fault.contains("/eventRules/wordings/3/version is there for its purpose"));
    assertThat(town.imports(file -> file.replace("age: 13}", "age: 12}")))
        .singleElement()
        .asString()
        .contains("/eventRules/consentAge/0/age must be an age from 13 to 18");
  }

  private static int puts(Town town, String uid, String born) {
    var body = "{\"givenName\":\"A\",\"familyName\":\"B\",\"born\":\"" + born + "\"}";
    var bytes = java.net.http.HttpRequest.BodyPublishers.ofString(body);
    return town.as(uid)
        .sends("PUT", "/v1/me/participant", bytes, "Content-Type", "application/json")
        .status();
  }
}
