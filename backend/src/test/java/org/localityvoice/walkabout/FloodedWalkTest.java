package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.planned;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.verdicts;
import static org.localityvoice.walkabout.Walks.with;

import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.localityvoice.app.Town;
import org.localityvoice.testing.StoreExtension;

/** A device that never stops noting fills no walkabout and no finding without end. */
class FloodedWalkTest {
  private static Town town;

  @BeforeAll
  static void opens() throws Exception {
    town = Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of());
  }

  @AfterAll
  static void closes() {
    town.close();
  }

  private static Map<String, Object> began(String walkabout, String id) {
    return item(walkabout, id, "walkabout", Town.body("startedAt", "2026-11-25T10:02:00Z"));
  }

  private static Map<String, Object> takesBack(String walkabout, String id, String finding) {
    return item(walkabout, id, "remove", Town.body("kind", "finding", "item", finding));
  }

  private static String id(String start, int number) {
    return "%s-%05d".formatted(start, number);
  }

  @Test
  void wynsPhoneNotesABeginningWithoutEndAndNoneIsTakenAfterTwoHundred() {
    var walkabout = planned(town);
    // Each builds upon the one before, so that everything has been seen by everything.
    var items =
        IntStream.range(0, 210)
            .mapToObj(
                i -> {
                  var one = began(walkabout, id("began", i));
                  return i == 0 ? one : with(one, "after", id("began", i - 1));
                })
            .toList();

    var answer = sends(town.as("wyn"), items);

    assertThat(Collections.frequency(verdicts(answer), "invalid")).isEqualTo(10);
    assertThat(answer.text()).contains("More than 200 items");
    // What was taken is still known, and grades are taken all the same.
    var grade = Walks.grade(walkabout, "grade-after", "t01", "litter", "B");
    assertThat(verdicts(sends(town.as("wyn"), List.of(items.get(0), grade))))
        .containsExactly("duplicate", "created");
  }

  @Test
  void whatIsTakenBackAgainAndAgainUnderNewIdsIsNotKeptWithoutEnd() {
    var walkabout = planned(town);
    var finding = UUID.randomUUID().toString();
    var items =
        IntStream.range(0, 205)
            .mapToObj(i -> takesBack(walkabout, id("back", i), finding))
            .toList();

    var answer = sends(town.as("wyn"), items);

    assertThat(Collections.frequency(verdicts(answer), "invalid")).isEqualTo(5);
    assertThat(answer.text()).contains("More than 200 items");
  }
}
