package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.Problems.litter;
import static org.localityvoice.report.Problems.path;
import static org.localityvoice.report.Problems.with;
import static org.localityvoice.report.ReportTowns.moves;
import static org.localityvoice.report.ReportTowns.says;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** The whole story: from "there is a problem" to "has it been dealt with?". */
@ExtendWith(TownExtension.class)
class FromReportedToDealtWithTest {
  @Test
  void a_full_bin_is_reported_disputed_fixed_and_seen_to_be_fixed(Town town) throws Exception {
    // Ana has no network. What she sends goes out twice, photo and report.
    var picture = picture();
    var photo = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
    var bin = with(with(litter(), "photos", List.of(photo)), "capturedAt", "2026-11-23T08:12:00Z");
    assertThat(sends(town.as("ana"), photo, picture).status()).isEqualTo(201);
    assertThat(sends(town.as("ana"), photo, picture).status()).isEqualTo(200);
    var first = town.as("ana").posts("/v1/reports", bin);
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    var again = town.as("ana").posts("/v1/reports", bin);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    town.works();
    assertThat(cells(town)).containsEntry("in-hand-in-time", 1L).hasSize(1);

    // A warden and another resident say "me too".
    assertThat(town.as("wyn").posts(path(bin) + "/affected").status()).isEqualTo(200);
    town.as("zofia").posts(path(bin) + "/affected");
    assertThat(town.nobody().gets(path(bin)).json().at("/people").asInt()).isEqualTo(3);

    // Nadia gives it to the right partner; the old owner and the new one find it in their inboxes.
    var assigned =
        town.as("nadia")
            .posts(
                path(bin) + "/assignments",
                Map.of("owner", "thirteen", "note", "It stands on your land."),
                "Idempotency-Key",
                Person.key());
    assertThat(assigned.at("/owner")).isEqualTo("thirteen");
    town.works();
    for (var officer : List.of("rosa", "theo")) {
      assertThat(town.as(officer).gets("/v1/inbox").text()).contains((String) bin.get("id"));
    }
    assertThat(cells(town)).containsEntry("in-hand-in-time", 1L);

    // Theo says that it is done. Everybody affected is asked; nobody has answered yet.
    town.clock().advance(Duration.ofHours(5));
    assertThat(moves(town.as("theo"), bin, Map.of("move", "say-done")).at("/state"))
        .isEqualTo("said-done");
    for (var person : List.of("ana", "zofia")) {
      assertThat(town.as(person).gets(path(bin)).at("/mine/questions/0/occasion"))
          .isEqualTo("said-done");
    }
    assertThat(town.as("theo").gets(path(bin)).json().at("/staff/questions").asInt()).isEqualTo(3);
    assertThat(cells(town)).containsEntry("said-done", 1L).hasSize(1);

    // It is not, says Zofia.
    assertThat(says(town.as("zofia"), bin, "no", "The bin is as full as ever.").at("/state"))
        .isEqualTo("disputed");
    town.works();
    assertThat(cells(town)).containsEntry("said-done-disputed", 1L).hasSize(1);
    assertThat(town.as("theo").gets("/v1/inbox").json().toString()).contains("disputed");

    // Theo has it done properly, and Wyn, who works for somebody else, has seen it.
    town.clock().advance(Duration.ofHours(20));
    moves(town.as("theo"), bin, Map.of("move", "start"));
    moves(town.as("theo"), bin, Map.of("move", "say-done", "note", "Emptied, and a bigger one."));
    assertThat(moves(town.as("theo"), bin, Map.of("move", "confirm")).status()).isEqualTo(409);
    assertThat(cells(town)).containsEntry("said-done", 1L).hasSize(1);
    assertThat(moves(town.as("wyn"), bin, Map.of("move", "confirm")).at("/state"))
        .isEqualTo("confirmed-done");
    assertThat(cells(town)).containsEntry("confirmed", 1L).hasSize(1);

    // Everybody sees what became of it, and nobody who it was or what they wrote among themselves.
    var open = town.nobody().gets(path(bin));
    assertThat(open.json().findValuesAsText("to"))
        .containsExactly("said-done", "disputed", "in-progress", "said-done", "confirmed-done");
    assertThat(open.text()).doesNotContain("\"ana\"", "zofia", "as full as ever", "theo");
    assertThat(town.nobody().gets(path(bin) + "/photos/" + photo).status()).isEqualTo(200);
  }

  /** The cells of the measure that are not empty, of the reports made in November. */
  private static Map<String, Long> cells(Town town) {
    return ReportTowns.cells(town.as("nadia"), "newport", "2026-11");
  }

  private static Answer sends(Person person, String photo, byte[] bytes) {
    return person.sends(
        "PUT",
        "/v1/photos/" + photo,
        BodyPublishers.ofByteArray(bytes),
        "Content-Type",
        "image/jpeg");
  }

  private static byte[] picture() throws IOException {
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(100, 100, 300, 200);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }
}
