package org.localityvoice.walkabout.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.sends;

import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Decision;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;
import org.localityvoice.walkabout.Walks;

/** Somebody looks again: what they saw, the photo they took, and what the report learns of it. */
class SeenAgainTest {
  private static Store store;
  private static Town town;

  @BeforeAll
  static void opens() throws Exception {
    store = StoreExtension.fresh();
    town = Town.on(store, Files.createTempDirectory("again"), Map.of());
  }

  @AfterAll
  static void closes() {
    town.close();
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  /** A finding of Wyn's that has become a report; its id. */
  private static String found(String walkabout, double latitude) {
    var finding = id();
    var payload =
        Town.body(
            "element",
            "graffiti",
            "grade",
            "D",
            "point",
            Town.body("latitude", latitude, "longitude", -1.2495));
    sends(town.as("wyn"), List.of(item(walkabout, finding, "finding", payload)));
    town.works();
    return finding;
  }

  private static Answer reads(String finding) {
    var answer = town.as("wyn").gets("/v1/findings/" + finding);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static Answer moves(String person, String finding, Object... pairs) {
    return town.as(person).posts("/v1/findings/" + finding + "/moves", Town.body(pairs));
  }

  private static Answer sees(String person, String finding, Object... pairs) {
    return town.as(person).posts("/v1/findings/" + finding + "/verification", Town.body(pairs));
  }

  private static Answer puts(String person, String path, byte[] bytes) {
    return town.as(person)
        .sends("PUT", path, BodyPublishers.ofByteArray(bytes), "Content-Type", "image/jpeg");
  }

  private static String sha(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] picture(int shade) throws Exception {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (var x = 0; x < 40; x++) {
      image.setRGB(x, 30, shade * 3_000_017);
      image.setRGB(x, 12, 0xFFFFFF);
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static int status(String person, String finding, String photo) {
    return town.as(person).gets("/v1/findings/" + finding + "/photos/" + photo).status();
  }

  @Test
  void who_looks_again_names_a_photo_which_comes_later_and_goes_after_a_month() throws Exception {
    var walkabout = Walks.planned(town);
    var finding = found(walkabout, 54.5731);
    var after = picture(11);
    var name = sha(after);
    // What the owner says is no look of somebody else's.
    assertThat(moves("rosa", finding, "move", "claimDone", "edition", 1, "photo", name).places())
        .containsExactly("#/photo");
    moves("rosa", finding, "move", "claimDone", "edition", 1);
    assertThat(
            moves("wyn", finding, "move", "verify", "edition", 2, "after", "A", "photo", "x")
                .status())
        .isEqualTo(400);
    var verified =
        moves("wyn", finding, "move", "verify", "edition", 2, "after", "A", "photo", name);
    assertThat(verified.at("/state")).as(verified.text()).isEqualTo("verified");
    assertThat(verified.at("/moves/2/photo")).isEqualTo(name);
    assertThat(verified.at("/photosPending/0")).isEqualTo(name);
    assertThat(status("wyn", finding, name)).isEqualTo(404);

    var path = "/v1/walkabouts/" + walkabout + "/photos/" + name;
    assertThat(puts("wyn", path, after).at("/findings")).isEqualTo("1");
    assertThat(puts("wyn", path, after).at("/findings")).isEqualTo("1");
    assertThat(reads(finding).at("/photos/0")).isEqualTo(name);
    assertThat(reads(finding).json().at("/photosPending")).isEmpty();
    assertThat(status("rosa", finding, name)).isEqualTo(200);
    assertThat(status("ana", finding, name)).isEqualTo(404);

    // Another one was sent before anybody named it.
    var second = found(walkabout, 54.5745);
    var early = picture(12);
    puts("wyn", "/v1/walkabouts/" + walkabout + "/photos/" + sha(early), early);
    moves("rosa", second, "move", "claimDone", "edition", 1);
    var reopened =
        moves("wyn", second, "move", "reopen", "edition", 2, "after", "D", "photo", sha(early));
    assertThat(reopened.at("/photos/0")).as(reopened.text()).isEqualTo(sha(early));

    town.passes(Duration.ofDays(29));
    assertThat(status("wyn", finding, name)).isEqualTo(200);
    town.passes(Duration.ofDays(2));
    assertThat(status("wyn", finding, name)).isEqualTo(404);
    assertThat(reads(finding).json().at("/photosPending")).isEmpty();
    assertThat(reads(finding).at("/moves/2/after")).isEqualTo("A");
    // What is not over keeps its own.
    assertThat(status("wyn", second, sha(early))).isEqualTo(200);
  }

  @Test
  void a_resident_who_joined_sends_a_photo_that_only_staff_see() throws Exception {
    var finding = found(Walks.planned(town), 54.5718);
    var report = reads(finding).at("/report/id");
    assertThat(town.as("ana").posts("/v1/reports/" + report + "/affected").status())
        .isLessThan(300);
    moves("rosa", finding, "move", "claimDone", "edition", 1);
    var after = picture(13);
    var said = sees("ana", finding, "after", "B+", "photo", sha(after));
    assertThat(said.at("/state")).as(said.text()).isEqualTo("verified");
    assertThat(reads(finding).at("/photosPending/0")).isEqualTo(sha(after));
    puts("ana", "/v1/photos/" + sha(after), after);
    assertThat(sees("ana", finding, "after", "B+", "photo", sha(after)).status()).isEqualTo(200);
    assertThat(reads(finding).at("/photos/0")).isEqualTo(sha(after));
    assertThat(reads(finding).json().at("/moves")).hasSize(3);
    assertThat(status("nadia", finding, sha(after))).isEqualTo(200);
    assertThat(status("ana", finding, sha(after))).isEqualTo(404);
  }

  @Test
  void a_report_that_nobody_made_counts_nobody_and_asks_nobody_until_somebody_joins() {
    var finding = found(Walks.planned(town), 54.5704);
    var report = "/v1/reports/" + reads(finding).at("/report/id");
    var made = town.nobody().gets(report);
    assertThat(made.at("/people")).as(made.text()).isEqualTo("0");
    assertThat(made.at("/history/0/by")).isEqualTo("system");
    town.as("ana").posts(report + "/affected");
    assertThat(town.nobody().gets(report).at("/people")).isEqualTo("1");
    var said =
        town.as("rosa")
            .posts(report + "/moves", Town.body("move", "say-done"), "Idempotency-Key", id());
    assertThat(said.status()).as(said.text()).isLessThan(300);
    // Ana is asked; nobody else is.
    assertThat(town.as("nadia").gets(report).at("/staff/questions")).isEqualTo("1");
  }

  private static Answer says(String person, String report, String move) {
    return town.as(person)
        .posts(report + "/moves", Town.body("move", move), "Idempotency-Key", id());
  }

  @Test
  void what_a_warden_verifies_the_report_hears_once_and_as_no_answer_of_a_resident() {
    var finding = found(Walks.planned(town), 54.5752);
    var report = "/v1/reports/" + reads(finding).at("/report/id");
    town.as("ana").posts(report + "/affected");
    assertThat(says("rosa", report, "say-done").status()).isLessThan(300);
    assertThat(reads(finding).at("/report/state")).isEqualTo("said-done");
    moves("rosa", finding, "move", "claimDone", "edition", 1);
    moves("wyn", finding, "move", "verify", "edition", 2, "after", "A");
    town.works();
    town.works();
    var heard = town.as("nadia").gets(report);
    assertThat(heard.at("/state")).as(heard.text()).isEqualTo("confirmed-done");
    assertThat(heard.json().at("/history").findValuesAsText("by"))
        .containsExactly("system", "owner", "warden");
    assertThat(heard.at("/staff/questions")).isEqualTo("1");
    assertThat(heard.at("/staff/answered")).isEqualTo("0");
    assertThat(reads(finding).at("/report/state")).isEqualTo("confirmed-done");
  }

  @Test
  void what_a_manager_verifies_leaves_the_report_and_what_residents_confirm_the_finding() {
    var finding = found(Walks.planned(town), 54.5768);
    var report = "/v1/reports/" + reads(finding).at("/report/id");
    town.as("ana").posts(report + "/affected");
    moves("rosa", finding, "move", "claimDone", "edition", 1);
    var verified = moves("nadia", finding, "move", "verify", "edition", 2, "after", "A");
    assertThat(verified.at("/state")).as(verified.text()).isEqualTo("verified");
    town.works();
    assertThat(town.nobody().gets(report).at("/state")).isEqualTo("open");
    moves("nadia", finding, "move", "reopen", "edition", 3);
    var fixed =
        town.as("ana")
            .posts(report + "/verdicts", Town.body("verdict", "fixed"), "Idempotency-Key", id());
    assertThat(fixed.status()).as(fixed.text()).isLessThan(300);
    assertThat(reads(finding).at("/report/state")).isEqualTo("confirmed-done");
    assertThat(reads(finding).at("/state")).isEqualTo("reopened");
  }

  private static List<String> history(String report) {
    return town.as("nadia").gets(report).json().at("/history").findValuesAsText("by");
  }

  /** What the relay does after it was cut off between carrying an effect out and noting that. */
  private static void comesAgain(String finding) throws Exception {
    var vertx = Vertx.vertx();
    try (var mongo = store.connect()) {
      var findings = new FindingStore(mongo, new CompareAndSet(vertx, new Random(1)));
      var now = town.clock().instant();
      Wait.forResult(
          findings.change(
              finding,
              found ->
                  Decision.replace(
                      found.with(
                          found.reported().orElseThrow(),
                          List.of(FindingEffect.seenDone(finding, found.edition())),
                          now),
                      true)));
    } finally {
      Wait.forResult(vertx.close());
    }
  }

  @Test
  void what_a_resident_confirms_the_report_hears_once_as_the_word_of_somebody_affected()
      throws Exception {
    var finding = found(Walks.planned(town), 54.5784);
    var report = "/v1/reports/" + reads(finding).at("/report/id");
    town.as("ana").posts(report + "/affected");
    assertThat(says("rosa", report, "say-done").status()).isLessThan(300);
    moves("rosa", finding, "move", "claimDone", "edition", 1);
    assertThat(sees("ana", finding, "after", "A").at("/state")).isEqualTo("verified");
    town.works();
    var heard = town.as("nadia").gets(report);
    assertThat(heard.at("/state")).as(heard.text()).isEqualTo("confirmed-done");
    assertThat(history(report)).containsExactly("system", "owner", "affected");
    comesAgain(finding);
    town.works();
    assertThat(town.outbox().documents()).as("it was carried out").isZero();
    assertThat(history(report)).containsExactly("system", "owner", "affected");
    assertThat(town.as("nadia").gets(report).at("/state")).isEqualTo("confirmed-done");
  }

  @Test
  void what_a_resident_had_reported_a_warden_does_not_confirm() {
    var id = id();
    var body =
        Town.body(
            "id",
            id,
            "category",
            "graffiti",
            "point",
            Town.body("latitude", 54.5797, "longitude", -1.2495),
            "text",
            "On the wall.",
            "answers",
            Town.body("hateful", "no"));
    assertThat(town.as("ana").posts("/v1/reports", body).status()).isEqualTo(201);
    town.works();
    var finding = found(Walks.planned(town), 54.5797);
    assertThat(reads(finding).at("/report/linked")).isEqualTo("true");
    var report = "/v1/reports/" + id;
    assertThat(says("rosa", report, "say-done").status()).isLessThan(300);
    moves("rosa", finding, "move", "claimDone", "edition", 1);
    var verified = moves("wyn", finding, "move", "verify", "edition", 2, "after", "A");
    assertThat(verified.at("/state")).as(verified.text()).isEqualTo("verified");
    town.works();
    assertThat(reads(finding).at("/report/state")).isEqualTo("said-done");
    assertThat(history(report)).doesNotContain("warden");
    // It is for Ana to say, and her word is taken.
    var fixed =
        town.as("ana")
            .posts(report + "/verdicts", Town.body("verdict", "fixed"), "Idempotency-Key", id());
    assertThat(fixed.status()).as(fixed.text()).isLessThan(300);
    assertThat(reads(finding).at("/report/state")).isEqualTo("confirmed-done");
  }
}
