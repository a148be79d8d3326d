package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.open311.GeoReport.OWNER;
import static org.localityvoice.report.open311.GeoReport.json;
import static org.localityvoice.report.open311.GeoReport.litter;
import static org.localityvoice.report.open311.GeoReport.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.media.Pictures;

/** Photos that another system sends in the form itself. */
@ExtendWith(TownExtension.class)
class SendingPhotosAlongTest {
  private static final String NUMBER = "attribute[fixmystreet_id]";

  @Test
  void photos_belong_to_the_request_and_are_shown_as_its_category_says(Town town) {
    var id = id(litter(town, town.apiKey(OWNER)).postsParts("requests.json", one(), other()));
    assertThat(photos(town, id)).hasSize(2);
    town.works();
    var row = json(town, "requests/" + id + ".json", "service_requests").get(0);
    var url = URI.create(row.get("media_url").asText());
    var picture = town.nobody().gets(url.getPath());
    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.type()).isEqualTo("image/jpeg");
  }

  @Test
  void a_retry_adds_no_photo(Town town) {
    var key = town.apiKey(OWNER);
    var form = litter(town, key).with(NUMBER, "4711");
    var id = id(form.postsParts("requests.json", one()));
    assertThat(id(form.postsParts("requests.json", one(), other()))).isEqualTo(id);
    assertThat(photos(town, id)).hasSize(1);
  }

  @Test
  void a_photo_that_cannot_be_read_refuses_the_request_and_nothing_is_made(Town town) {
    var key = town.apiKey(OWNER);
    var broken = Arrays.copyOf(one(), 300);
    refused(litter(town, key).postsParts("requests.json", one(), broken), 400, "photo");
    refused(litter(town, key).postsParts("requests.xml", new byte[0]), 400, "photo");
    assertThat(json(town, "requests.json", "service_requests")).isEmpty();
  }

  @Test
  void nobody_else_can_use_a_photo_that_a_system_has_sent(Town town) {
    var id = id(litter(town, town.apiKey(OWNER)).postsParts("requests.json", one()));
    var photo = photos(town, id).get(0).get("id").asText();
    var own = litter(town, town.apiKey("somebody-else")).requests();
    for (var person : new String[] {"ana", "nadia"}) {
      var answer =
          town.as(person)
              .posts("/v1/reports/" + own + "/photos", Town.body("photos", new String[] {photo}));
      assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    }
    assertThat(photos(town, own)).isEmpty();
  }

  @Test
  void an_update_brings_photos_too_each_once(Town town) {
    var key = town.apiKey("somebody-else");
    var id = litter(town, key).requests();
    var update = UpdatesTest.update(town, key, id, "OPEN", "Now there is more.");
    assertThat(update.postsParts("servicerequestupdates.json", one()).status()).isEqualTo(200);
    assertThat(update.postsParts("servicerequestupdates.json", one()).status()).isEqualTo(200);
    assertThat(photos(town, id)).hasSize(1);
    var council = UpdatesTest.update(town, town.apiKey(OWNER), id, "FIXED", "Gone.");
    assertThat(council.postsParts("servicerequestupdates.xml", other()).status()).isEqualTo(200);
    assertThat(photos(town, id)).hasSize(2);
    var stranger = UpdatesTest.update(town, town.apiKey("stranger"), id, "OPEN", "Look.");
    refused(stranger.postsParts("servicerequestupdates.json", one()), 403, "neither yours");
  }

  private static byte[] one() {
    return Pictures.jpeg(64, 48);
  }

  private static byte[] other() {
    return Pictures.jpeg(48, 64);
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("/0/service_request_id");
  }

  private static JsonNode photos(Town town, String id) {
    return town.as("nadia").gets("/v1/reports/" + id).json().at("/photos");
  }
}
