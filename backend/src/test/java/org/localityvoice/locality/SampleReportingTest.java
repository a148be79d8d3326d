package org.localityvoice.locality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleReportingTest {
  private final Area area = SampleArea.area();
  private final Reporting reporting = area.reporting();

  @Test
  void residents_can_read_everything_in_the_languages_of_the_area() {
    assertThat(reporting.languages()).isEqualTo(area.languages()).contains("en", "pl");
    assertThat(reporting.templates())
        .allSatisfy(t -> assertThat(t.text().byLanguage()).containsOnlyKeys("en", "pl"));
    assertThat(reporting.workingTime().holidays())
        .allSatisfy(day -> assertThat(day.name().byLanguage()).containsOnlyKeys("en", "pl"));
  }

  @Test
  void what_residents_read_comes_in_short_sentences() {
    assertThat(reporting.categories().stream().flatMap(Category::texts))
        .allSatisfy(
            text ->
                assertThat(Arrays.stream(text.in("en").split("[.?!:]", -1)))
                    .as(text.in("en"))
                    .allSatisfy(
                        sentence ->
                            assertThat(sentence.strip().split(" ", -1))
                                .hasSizeLessThanOrEqualTo(20)));
  }

  @Test
  void nothing_about_safety_shows_its_exact_place_to_the_public() {
    assertThat(reporting.categories())
        .filteredOn(category -> category.group().id().matches("safety|police"))
        .hasSize(4)
        .allSatisfy(category -> assertThat(category.blurMetres()).isPositive())
        .allSatisfy(category -> assertThat(category.stops()).isNotEmpty());
  }

  @Test
  void a_priority_without_a_promise_has_that_of_new_reports() {
    var quiet = reporting.category("police-information").orElseThrow();
    assertThat(quiet.promise(Priority.HIGH).workingDays()).isEqualTo(1);
    assertThat(quiet.promise(Priority.EMERGENCY)).isEqualTo(quiet.promise(quiet.priority()));
  }

  @Test
  void what_the_file_leaves_out_has_its_usual_value() {
    var text =
        SampleArea.text()
            .replace("      similar: {metres: 30, days: 120, fixedDays: 60}\n", "")
            .replace("      escalation: *usual-escalation\n", "");
    var pothole = SampleArea.area(text).reporting().category("pothole").orElseThrow();
    assertThat(pothole.similar()).isEqualTo(Similar.USUAL);
    assertThat(pothole.escalation()).isEqualTo(Escalation.USUAL);
    assertThat(pothole.priority()).isEqualTo(Priority.NORMAL);
    assertThat(pothole.anonymity()).isEqualTo(Anonymity.ALLOWED);
    assertThat(pothole.text()).isEqualTo(Moderation.BEFORE_PUBLICATION);
    assertThat(pothole.confidential()).isFalse();
    assertThat(pothole.blurMetres()).isZero();
  }

  @Test
  void a_reply_is_filled_in_and_shows_what_is_missing() {
    var looking = reporting.templates().get(0);
    assertThat(looking.filled("en", Map.of("owner", "Thirteen $1 \\", "expectedBy", "4 December")))
        .isEqualTo(
            "Thank you. Thirteen $1 \\ is looking into this. You will hear from us by 4 December.");
    assertThat(looking.filled("pl", Map.of("owner", "Thirteen"))).contains("do {expectedBy}.");
    // What is filled in is not looked at again.
    assertThat(looking.filled("en", Map.of("owner", "{expectedBy}", "expectedBy", "now")))
        .startsWith("Thank you. {expectedBy} is looking into this.");
  }
}
