package org.localityvoice.walkabout.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.verdicts;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.walkabout.Walks;

/** What is found on a walkabout gets an owner, and an end that somebody else has seen. */
class FindingsTest {
  private static Town town;

  @BeforeAll
  static void opens() throws Exception {
    town = Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of());
  }

  @AfterAll
  static void closes() {
    town.close();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static Map<String, Object> graffiti(String walkabout, String id, double latitude) {
    return item(
        walkabout,
        id,
        "finding",
        Town.body(
            "element",
            "graffiti",
            "grade",
            "D",
            "point",
            Town.body("latitude", latitude, "longitude", -1.2495),
            "note",
            "Beside the door of Mrs Example."));
  }

  private static Answer reads(String person, String finding) {
    return town.as(person).gets("/v1/findings/" + finding);
  }

  private static Answer moves(String person, String finding, Object... pairs) {
    return town.as(person).posts("/v1/findings/" + finding + "/moves", Town.body(pairs));
  }

  private static Map<String, Object> edit(
      String walkabout, String id, String finding, String field, Object value) {
    return item(walkabout, id, "findingEdit", Town.body("finding", finding, field, value));
  }

  @Test
  void what_nobody_had_reported_becomes_a_report_and_ends_when_somebody_else_has_seen_it() {
    var walkabout = Walks.planned(town);
    var finding = id();
    var sent = sends(town.as("wyn"), List.of(graffiti(walkabout, finding, 54.5731)));
    assertThat(verdicts(sent)).containsExactly("created");
    town.works();
    var found = reads("wyn", finding);
    assertThat(found.at("/state")).as(found.text()).isEqualTo("assigned");
    assertThat(found.at("/owner")).isEqualTo("environment-and-community-services");
    assertThat(found.at("/report/linked")).isEqualTo("false");
    assertThat(found.at("/report/reportedBefore")).isEqualTo("false");
    assertThat(found.at("/moves/0/role")).isEqualTo("routing");
    // Found on Monday at ten, on an ordinary street: a working day.
    assertThat(found.at("/dueAt")).isNotEmpty();
    var report = town.nobody().gets("/v1/reports/" + found.at("/report/id"));
    assertThat(report.status()).isEqualTo(200);
    assertThat(report.text()).doesNotContain("Mrs Example");
    var staff = town.as("nadia").gets("/v1/reports/" + found.at("/report/id"));
    assertThat(staff.text()).contains("\"walkabout\"").doesNotContain("Mrs Example");

    // Only its owner claims that it is done, and only somebody else has seen that it is.
    assertThat(moves("theo", finding, "move", "claimDone", "edition", 1).problem())
        .isEqualTo("finding-not-yours");
    assertThat(moves("rosa", finding, "move", "verify", "edition", 1, "after", "A").status())
        .isEqualTo(409);
    var claimed = moves("rosa", finding, "move", "claimDone", "edition", 1);
    assertThat(claimed.at("/state")).as(claimed.text()).isEqualTo("doneClaimed");
    assertThat(moves("rosa", finding, "move", "claimDone", "edition", 1).status()).isEqualTo(200);
    assertThat(moves("rosa", finding, "move", "verify", "edition", 2, "after", "A").problem())
        .isEqualTo("finding-owners-own");
    assertThat(moves("wyn", finding, "move", "verify", "edition", 2).places())
        .containsExactly("#/after");
    assertThat(moves("wyn", finding, "move", "verify", "edition", 2, "after", "C").places())
        .containsExactly("#/after");
    assertThat(moves("wyn", finding, "move", "verify", "edition", 1, "after", "A").status())
        .isEqualTo(412);
    var verified = moves("wyn", finding, "move", "verify", "edition", 2, "after", "B+");
    assertThat(verified.at("/state")).isEqualTo("verified");
    assertThat(verified.at("/moves/2/after")).isEqualTo("B+");
    assertThat(verified.text()).doesNotContain("\"wyn\"", "\"rosa\"");
    assertThat(moves("rosa", finding, "move", "claimDone", "edition", 3).problem())
        .isEqualTo("finding-not-now");
  }

  @Test
  void what_a_resident_had_reported_is_linked_and_the_resident_verifies_it() {
    var report = id();
    var made =
        town.as("ana")
            .posts(
                "/v1/reports",
                Town.body(
                    "id",
                    report,
                    "category",
                    "graffiti",
                    "point",
                    Town.body("latitude", 54.5762, "longitude", -1.2495),
                    "text",
                    "On the wall.",
                    "answers",
                    Town.body("hateful", "no")));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    town.works();
    var walkabout = Walks.planned(town);
    var finding = id();
    sends(town.as("wyn"), List.of(graffiti(walkabout, finding, 54.57622)));
    town.works();
    town.works();
    var found = reads("nadia", finding);
    assertThat(found.at("/report/id")).as(found.text()).isEqualTo(report);
    assertThat(found.at("/report/linked")).isEqualTo("true");
    assertThat(found.at("/report/reportedBefore")).isEqualTo("true");
    assertThat(town.as("ana").gets("/v1/inbox").text()).contains("report.seen-on-walkabout");

    moves("rosa", finding, "move", "claimDone", "edition", 1);
    var path = "/v1/findings/" + finding + "/verification";
    assertThat(town.as("zofia").posts(path, Town.body("after", "A")).status()).isEqualTo(404);
    var no = town.as("ana").posts(path, Town.body("after", "C"));
    assertThat(no.at("/state")).as(no.text()).isEqualTo("reopened");
    moves("rosa", finding, "move", "claimDone", "edition", 3);
    assertThat(town.as("ana").posts(path, Town.body("after", "A")).at("/state"))
        .isEqualTo("verified");
    assertThat(town.as("ana").posts(path, Town.body("after", "A")).at("/state"))
        .isEqualTo("verified");
    assertThat(reads("nadia", finding).json().at("/moves")).hasSize(5);
    assertThat(town.as("ana").gets("/v1/findings/" + finding).status()).isEqualTo(404);
  }

  @Test
  void the_same_thing_found_twice_at_once_is_one_report() {
    var walkabout = Walks.planned(town);
    var both = List.of(id(), id());
    sends(
        town.as("wyn"),
        List.of(
            graffiti(walkabout, both.get(0), 54.5705), graffiti(walkabout, both.get(1), 54.57051)));
    town.works();
    assertThat(both.stream().map(one -> reads("wyn", one).at("/report/id")).distinct()).hasSize(1);
    assertThat(both.stream().map(one -> reads("wyn", one).at("/report/linked")))
        .containsExactlyInAnyOrder("true", "false");
    // Nobody but walkabouts had reported it.
    assertThat(both.stream().map(one -> reads("wyn", one).at("/report/reportedBefore")))
        .containsOnly("false");
  }

  /** Notes of three findings, one of them taken back, one edited, one edited by a chain. */
  private static List<Map<String, Object>> notes(String walkabout, String name) {
    var items = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < 4; i++) {
      items.add(
          item(
              walkabout,
              name + "-finding" + i,
              "finding",
              Town.body("element", "fly-posting", "grade", "C", "transect", "t0" + (i + 1))));
    }
    items.add(edit(walkabout, name + "-edit-1", name + "-finding1", "grade", "D"));
    var chained = edit(walkabout, name + "-edit-2", name + "-finding1", "grade", "C-");
    chained.put("after", name + "-edit-1");
    items.add(chained);
    items.add(edit(walkabout, name + "-edit-3", name + "-finding2", "hazard", true));
    items.add(edit(walkabout, name + "-edit-4", name + "-finding3", "note", "Gone anyway."));
    items.add(
        item(
            walkabout,
            name + "-remove",
            "remove",
            Town.body("kind", "finding", "item", name + "-finding3")));
    return items;
  }

  private static String seen(String name) {
    var text = new StringBuilder();
    for (var i = 0; i < 4; i++) {
      var json = reads("wyn", name + "-finding" + i).json();
      text.append(json.at("/grade")).append(json.at("/hazard")).append(json.at("/note"));
      text.append(json.at("/proposals")).append(json.at("/status")).append(json.at("/state"));
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void the_same_findings_once_twice_shuffled_or_in_pieces_are_the_same_findings() {
    var walkabout = Walks.planned(town);
    var once = sends(town.as("wyn"), notes(walkabout, "once-"));
    assertThat(verdicts(once)).contains("created", "deleted").doesNotContain("held", "invalid");
    var expected = seen("once-");
    assertThat(expected).contains("\"C-\"false").contains("\"C\"true").contains("404");
    var again = sends(town.as("wyn"), notes(walkabout, "once-"));
    assertThat(verdicts(again)).containsOnly("duplicate", "deleted");
    assertThat(seen("once-")).isEqualTo(expected);
    for (var seed = 0; seed < 4; seed++) {
      var name = "pieces" + seed;
      var items = notes(walkabout, name);
      Collections.shuffle(items, new Random(seed));
      for (var one : items) {
        sends(town.as("wyn"), List.of(one));
      }
      sends(town.as("wyn"), items);
      assertThat(seen(name)).isEqualTo(expected);
    }
  }

  @Test
  void an_edit_waits_for_its_finding_and_another_word_is_proposed() {
    var walkabout = Walks.planned(town);
    var finding = id();
    var early = edit(walkabout, id(), finding, "grade", "C-");
    var held = sends(town.as("wyn"), List.of(early));
    assertThat(verdicts(held)).containsExactly("held");
    assertThat(held.at("/items/0/parent")).isEqualTo(finding);
    assertThat(reads("wyn", finding).status()).isEqualTo(404);
    sends(town.as("wyn"), List.of(graffiti(walkabout, finding, 54.5741)));
    assertThat(reads("wyn", finding).at("/grade")).isEqualTo("C-");
    var rosas = edit(walkabout, id(), finding, "grade", "C");
    assertThat(verdicts(sends(town.as("rosa"), List.of(rosas)))).containsExactly("conflictHard");
    town.works();
    assertThat(town.as("nadia").gets("/v1/inbox").text()).contains("finding.differ");
    var note = edit(walkabout, id(), finding, "offensive", true);
    assertThat(verdicts(sends(town.as("rosa"), List.of(note)))).containsExactly("mergedSoft");
    var found = reads("wyn", finding);
    assertThat(found.at("/grade")).isEqualTo("C-");
    assertThat(found.at("/offensive")).isEqualTo("true");
    assertThat(found.at("/proposals/0/fields/grade")).isEqualTo("C");
    var knowing = new LinkedHashMap<>(edit(walkabout, id(), finding, "grade", "C"));
    knowing.put("baseVersion", found.json().at("/noted").asInt());
    assertThat(verdicts(sends(town.as("rosa"), List.of(knowing)))).containsExactly("created");
    assertThat(reads("wyn", finding).json().at("/proposals")).isEmpty();
    // Nobody takes back what somebody else found, but the manager.
    var removal = item(walkabout, id(), "remove", Town.body("kind", "finding", "item", finding));
    assertThat(verdicts(sends(town.as("rosa"), List.of(removal)))).containsExactly("invalid");
    assertThat(verdicts(sends(town.as("nadia"), List.of(removal)))).containsExactly("created");
    assertThat(reads("wyn", finding).status()).isEqualTo(404);
  }

  @Test
  void a_device_whose_clock_is_two_days_off_is_not_trusted() {
    var walkabout = Walks.planned(town);
    var dueAt = new ArrayList<String>();
    for (var time : List.of("2026-11-21T10:00:00Z", "2026-11-25T10:00:00Z")) {
      var finding = id();
      var item = item(walkabout, finding, "finding", Town.body("element", "fly-posting"));
      item.put("payload", Town.body("element", "fly-posting", "grade", "D", "transect", "t01"));
      item.put("deviceTime", time);
      sends(town.as("wyn"), List.of(item));
      var found = reads("wyn", finding);
      assertThat(found.at("/deviceTime")).isEqualTo(time);
      assertThat(found.at("/seenAt")).isEqualTo("2026-11-23T10:00:00Z");
      dueAt.add(found.at("/dueAt"));
    }
    // An ordinary street: a working day from now.
    assertThat(dueAt).containsOnly("2026-11-24T10:00:00Z");
  }

  @Test
  void bad_findings_are_told_where_they_are_wrong() {
    var walkabout = Walks.planned(town);
    var answer =
        sends(
            town.as("wyn"),
            List.of(
                item(walkabout, id(), "finding", Town.body("element", "litter", "grade", "D")),
                item(
                    walkabout,
                    id(),
                    "finding",
                    Town.body("element", "moss", "grade", "D", "transect", "t77")),
                item(
                    walkabout,
                    id(),
                    "finding",
                    Town.body("element", "litter", "grade", "A", "transect", "t01")),
                graffiti(walkabout, id(), 54.9),
                item(
                    walkabout,
                    id(),
                    "finding",
                    Town.body(
                        "element",
                        "litter",
                        "grade",
                        "D",
                        "transect",
                        "t01",
                        "category",
                        "police-information")),
                edit(Walks.planned(town), id(), "no-such-finding", "note", " \u2800 ")));
    assertThat(verdicts(answer)).containsOnly("invalid");
    assertThat(answer.json().findValuesAsText("pointer"))
        .containsExactly(
            "#/payload/point",
            "#/payload/element",
            "#/payload/transect",
            "#/payload/grade",
            "#/payload/point",
            "#/payload/category",
            "#/payload/note");
  }

  @Test
  void a_finding_is_good_without_its_photo_which_comes_before_or_after() throws Exception {
    var walkabout = Walks.planned(town);
    var picture = picture(1);
    var name = sha(picture);
    var finding = id();
    var item =
        item(
            walkabout,
            finding,
            "finding",
            Town.body(
                "element",
                "fly-posting",
                "grade",
                "D",
                "transect",
                "t01",
                "photos",
                List.of(name)));
    sends(town.as("wyn"), List.of(item));
    assertThat(reads("wyn", finding).at("/photosPending/0")).isEqualTo(name);
    var path = "/v1/findings/" + finding + "/photos/" + name;
    assertThat(town.as("wyn").gets(path).status()).isEqualTo(404);
    assertThat(puts(town.as("wyn"), walkabout, sha(picture(2)), picture).status()).isEqualTo(400);
    assertThat(puts(town.as("ana"), walkabout, name, picture).status()).isEqualTo(404);
    assertThat(puts(town.as("wyn"), walkabout, name, picture).at("/findings")).isEqualTo("1");
    assertThat(puts(town.as("wyn"), walkabout, name, picture).at("/findings")).isEqualTo("1");
    assertThat(reads("wyn", finding).at("/photos/0")).isEqualTo(name);
    assertThat(town.as("wyn").gets(path).type()).isEqualTo("image/jpeg");

    var early = picture(3);
    assertThat(puts(town.as("wyn"), walkabout, sha(early), early).at("/findings")).isEqualTo("0");
    var second = id();
    sends(
        town.as("wyn"),
        List.of(
            item(
                walkabout,
                second,
                "finding",
                Town.body(
                    "element",
                    "fly-posting",
                    "grade",
                    "D",
                    "transect",
                    "t01",
                    "photos",
                    List.of(sha(early))))));
    town.works();
    assertThat(reads("wyn", second).at("/photos/0")).isEqualTo(sha(early));
  }

  @Test
  void pictures_go_a_month_after_the_end_and_with_what_is_taken_back() throws Exception {
    try (var other =
        Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of())) {
      var walkabout = Walks.planned(other);
      var picture = picture(5);
      var gone = picture(6);
      for (var name : List.of("kept-one", "over-one", "gone-one")) {
        var its = name.equals("gone-one") ? gone : picture;
        var body =
            Town.body(
                "element",
                "fly-posting",
                "grade",
                "D",
                "transect",
                "t01",
                "photos",
                List.of(sha(its)));
        sends(other.as("wyn"), List.of(item(walkabout, name, "finding", body)));
      }
      assertThat(puts(other.as("wyn"), walkabout, sha(picture), picture).at("/findings"))
          .isEqualTo("2");
      assertThat(puts(other.as("wyn"), walkabout, sha(gone), gone).at("/findings")).isEqualTo("1");
      other
          .as("nadia")
          .posts("/v1/findings/over-one/moves", Town.body("move", "notOurs", "edition", 0));
      var removal = Town.body("kind", "finding", "item", "gone-one");
      sends(other.as("wyn"), List.of(item(walkabout, "removal-1", "remove", removal)));
      other.passes(Duration.ofHours(2));
      // Nothing is left of it: sent again it is new.
      var again =
          other
              .as("ana")
              .sends(
                  "PUT",
                  "/v1/photos/" + sha(gone),
                  BodyPublishers.ofByteArray(gone),
                  "Content-Type",
                  "image/jpeg");
      assertThat(again.status()).isEqualTo(201);
      other.passes(Duration.ofDays(29));
      assertThat(sees(other, "over-one", picture)).isEqualTo(200);
      other.passes(Duration.ofDays(2));
      assertThat(sees(other, "over-one", picture)).isEqualTo(404);
      assertThat(sees(other, "kept-one", picture)).isEqualTo(200);
      var late = Town.body("element", "weeds", "grade", "D", "transect", "t01");
      var anew = List.of(item(walkabout, "gone-one", "finding", late));
      other.passes(Duration.ofDays(350));
      assertThat(verdicts(sends(other.as("wyn"), anew))).containsExactly("deleted");
      other.passes(Duration.ofDays(30));
      assertThat(verdicts(sends(other.as("wyn"), anew))).containsExactly("created");
    }
  }

  private static int sees(Town town, String finding, byte[] picture) throws Exception {
    return town.as("nadia").gets("/v1/findings/" + finding + "/photos/" + sha(picture)).status();
  }

  private static Answer puts(Person person, String walkabout, String name, byte[] bytes) {
    return person.sends(
        "PUT",
        "/v1/walkabouts/" + walkabout + "/photos/" + name,
        BodyPublishers.ofByteArray(bytes),
        "Content-Type",
        "image/jpeg");
  }

  private static String sha(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] picture(int shade) throws Exception {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    image.setRGB(10, 10, shade * 70_000);
    image.setRGB(20, 20, 0xFFFFFF);
    for (var x = 0; x < 40; x++) {
      image.setRGB(x, 30, shade * 3_000_000);
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  @Test
  void staff_find_what_is_overdue_and_whose_it_is() throws Exception {
    try (var other =
        Town.on(StoreExtension.fresh(), Files.createTempDirectory("walks"), Map.of())) {
      var walkabout = Walks.planned(other);
      for (var i = 0; i < 3; i++) {
        var body = Town.body("element", "fly-posting", "grade", "D", "transect", "t0" + (i + 1));
        sends(other.as("wyn"), List.of(item(walkabout, "finding-" + i, "finding", body)));
        other.clock().advance(Duration.ofMinutes(1));
      }
      var path = "/v1/localities/newport/findings";
      var first = other.as("nadia").gets(path + "?limit=2&state=open&element=fly-posting");
      assertThat(first.json().at("/items")).as(first.text()).hasSize(2);
      assertThat(first.at("/items/0/id")).isEqualTo("finding-2");
      var second = other.as("nadia").gets(path + "?limit=2&state=open&after=" + first.at("/next"));
      assertThat(second.at("/items/0/id")).isEqualTo("finding-0");
      assertThat(second.json().has("next")).isFalse();
      assertThat(other.as("nadia").gets(path + "?after=x").status()).isEqualTo(400);
      assertThat(other.as("nadia").gets(path + "?overdue=true").json().at("/items")).isEmpty();
      var given =
          other
              .as("nadia")
              .posts(
                  "/v1/findings/finding-1/moves",
                  Town.body("move", "assign", "edition", 0, "owner", "thirteen"));
      assertThat(given.at("/state")).as(given.text()).isEqualTo("assigned");
      assertThat(
              other
                  .as("nadia")
                  .posts(
                      "/v1/findings/finding-0/moves",
                      Town.body("move", "assign", "edition", 0, "owner", "nobody"))
                  .places())
          .containsExactly("#/owner");
      assertThat(other.as("theo").gets(path + "?owner=thirteen").json().at("/items")).hasSize(1);
      sends(other.as("wyn"), List.of(edit(walkabout, "lost-edit", "lost-finding", "note", "?")));
      other.passes(Duration.ofDays(3));
      assertThat(other.as("nadia").gets(path + "?overdue=true").json().at("/items")).hasSize(3);
      other
          .as("nadia")
          .posts("/v1/findings/finding-0/moves", Town.body("move", "notOurs", "edition", 0));
      assertThat(other.as("nadia").gets(path + "?overdue=true").json().at("/items")).hasSize(2);
      assertThat(other.as("nadia").gets("/v1/inbox").text()).doesNotContain("finding.lost");
      other.passes(Duration.ofDays(2));
      other.works();
      assertThat(other.as("nadia").gets("/v1/inbox").text()).contains("finding.lost");
      assertThat(other.as("nora").gets(path).status()).isEqualTo(404);
      assertThat(other.as("ana").gets(path).status()).isEqualTo(404);
    }
  }
}
