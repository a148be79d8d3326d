package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.Problems.with;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;
import org.localityvoice.media.Pictures;

/** What cannot be meant about the photos of a report, and what does not fit into it. */
@ExtendWith(TownExtension.class)
class DecidingAboutPhotosTest {
  private static final Map<String, Object> CORNER = part("0.5", "0.5");

  @Test
  void a_part_that_begins_outside_the_photo_is_refused_by_its_place(Town town) {
    var photo = sends(town.as("ana"), 64);
    var report = with(litter(), "photos", List.of(photo));
    town.as("ana").posts("/v1/reports", report);
    // The last one is below 1 as it is written, and 1 as a computer holds it.
    for (var part : List.of(part("1", "0"), part("0", "1"), part("0.99999999999999999999", "0"))) {
      var refused =
          decides(
              town.as("rosa"), report, List.of(decision(photo, "withheld", List.of(CORNER, part))));
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.places()).containsExactly("#/photos/0/blackedOut/1");
    }
    assertThat(town.nobody().gets(path(report)).at("/photos/0/moderation")).isEqualTo("published");
    var fine =
        decides(town.as("rosa"), report, List.of(decision(photo, "published", List.of(CORNER))));
    assertThat(fine.status()).as(fine.text()).isEqualTo(200);
  }

  @Test
  void two_decisions_about_one_photo_are_refused_and_neither_counts(Town town) {
    var photo = sends(town.as("ana"), 64);
    var report = with(litter(), "photos", List.of(photo));
    town.as("ana").posts("/v1/reports", report);
    var refused =
        decides(
            town.as("rosa"),
            report,
            List.of(
                decision(photo, "published", List.of(CORNER)),
                decision(photo, "withheld", List.of())));
    assertThat(refused.places()).containsExactly("#/photos/1/photo");
    assertThat(town.nobody().gets(path(report)).at("/photos/0/moderation")).isEqualTo("published");
  }

  @Test
  void a_photo_that_does_not_fit_any_more_is_not_used_up(Town town) {
    var report = litter();
    town.as("ana").posts("/v1/reports", report);
    for (var ten = 0; ten < PhotoService.MOST; ten += 10) {
      town.clock().advance(Duration.ofMinutes(10));
      // A sign-in does not last that long.
      var ana = town.as("ana");
      var photos = IntStream.range(ten, ten + 10).mapToObj(i -> sends(ana, 20 + i)).toList();
      assertThat(ana.posts(path(report) + "/photos", Map.of("photos", photos)).status())
          .isEqualTo(200);
    }
    town.clock().advance(Duration.ofMinutes(10));
    var ana = town.as("ana");
    var one = sends(ana, 20 + PhotoService.MOST);
    var refused = ana.posts(path(report) + "/photos", Map.of("photos", List.of(one)));
    assertThat(refused.places()).containsExactly("#/photos");
    assertThat(ana.posts("/v1/reports", with(litter(), "photos", List.of(one))).status())
        .isEqualTo(201);
  }

  private static Map<String, Object> part(String left, String top) {
    return Map.of(
        "left",
        new java.math.BigDecimal(left),
        "top",
        new java.math.BigDecimal(top),
        "width",
        0.25,
        "height",
        0.25);
  }

  private static Map<String, Object> decision(
      String photo, String decision, List<Map<String, Object>> blackedOut) {
    return Map.of("photo", photo, "decision", decision, "blackedOut", blackedOut);
  }

  private static Answer decides(
      Person person, Map<String, Object> report, List<Map<String, Object>> decisions) {
    var body = Json.bytes(Map.of("photos", decisions));
    return person.sends(
        "PUT",
        path(report) + "/publication",
        BodyPublishers.ofByteArray(body),
        "Content-Type",
        "application/json");
  }

  /** Sends a photo as high as given, and tells its id. */
  private static String sends(Person person, int height) {
    var bytes = Pictures.jpeg(32, height);
    var id = sha256(bytes);
    var answer =
        person.sends(
            "PUT",
            "/v1/photos/" + id,
            BodyPublishers.ofByteArray(bytes),
            "Content-Type",
            "image/jpeg");
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return id;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
