package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.report.open311.GeoReport.OWNER;
import static org.localityvoice.report.open311.GeoReport.gets;
import static org.localityvoice.report.open311.GeoReport.json;
import static org.localityvoice.report.open311.GeoReport.litter;
import static org.localityvoice.report.open311.GeoReport.refused;
import static org.localityvoice.report.open311.GeoReport.texts;
import static org.localityvoice.report.open311.GeoReport.xml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/** What a client gets to see of requests, and how it asks. */
@ExtendWith(TownExtension.class)
class ReadingRequestsTest {
  @Test
  void pages_meet_every_row_exactly_once_though_new_ones_come_in_between(Town town) {
    var key = town.apiKey(OWNER);
    var made = new ArrayList<String>();
    for (var i = 0; i < 11; i++) {
      made.add(litter(town, key).requests());
      if (i % 3 == 0) {
        town.clock().advance(Duration.ofSeconds(1));
      }
    }
    var seen = new ArrayList<String>();
    for (var page = 1; page <= 4; page++) {
      seen.addAll(ids(town, "requests.json?page_size=3&page=" + page));
      if (page == 2) {
        made.add(litter(town, key).requests());
      }
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    assertThat(ids(town, "requests.json?page_size=3&page=5")).isEmpty();
    refused(gets(town, "requests.json?page_size=1001"), 400, "page_size");
    refused(gets(town, "requests.xml?page=0"), 400, "page");
  }

  @Test
  void dates_are_of_when_it_was_requested_and_both_ends_belong_to_the_span(Town town) {
    var key = town.apiKey(OWNER);
    var first = litter(town, key).requests();
    town.clock().advance(Duration.ofMillis(60_700));
    var second = litter(town, key).requests();
    assertThat(ids(town, span("2026-11-23T10:00:00Z", "2026-11-23T10:01:00Z")))
        .containsExactly(first, second);
    assertThat(ids(town, span("2026-11-23T10:00:01Z", "2026-11-23T10:01:00Z")))
        .containsExactly(second);
    assertThat(ids(town, span("2026-11-23T10:00:00Z", "2026-11-23T10:00:59Z")))
        .containsExactly(first);
    // The same moments in another zone, escaped and, as many clients send it, not.
    assertThat(ids(town, span("2026-11-23T11:00:01%2B01:00", "2026-11-23T12:01:00+02:00")))
        .containsExactly(second);
    assertThat(ids(town, "requests.json?start_date=2026-11-23T10:00:30Z")).containsExactly(second);
    assertThat(ids(town, "requests.json?end_date=2026-11-23T10:00:30Z")).containsExactly(first);
  }

  @Test
  void without_dates_it_is_the_last_ninety_days(Town town) {
    var old = litter(town, town.apiKey(OWNER)).requests();
    town.clock().advance(Duration.ofDays(60));
    var recent = litter(town, town.apiKey(OWNER)).requests();
    assertThat(ids(town, "requests.json")).containsExactly(old, recent);
    town.clock().advance(Duration.ofDays(31));
    assertThat(ids(town, "requests.json?start_date=&end_date=")).containsExactly(recent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z",
        "start_date=2026-11-23T10:00:01Z&end_date=2026-11-23T10:00:00Z",
        "start_date=yesterday",
        "start_date=2026-11-23",
        "start_date=2026-11-23T10:00:00",
        "start_date=2026-11-23T10:00:00%2B0100",
        "end_date=2026-02-30T10:00:00Z",
        "end_date=2026-11-23T25:00:00Z",
        "updated_after=2026-11-23 10:00:00Z"
      })
  void dates_that_are_too_wide_or_none_are_refused_with_the_reason(String query, Town town) {
    for (var path : List.of("requests.json", "requests.xml")) {
      refused(gets(town, path + "?" + query.replace(" ", "%20")), 400, "date");
    }
  }

  @Test
  void ninety_days_exactly_are_not_too_wide(Town town) {
    assertThat(ids(town, span("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"))).isEmpty();
  }

  @Test
  void requests_are_told_apart_by_service_and_by_status(Town town) {
    var key = town.apiKey(OWNER);
    var one = litter(town, key).requests();
    var other = at(town, "dog-fouling", "54.575", "-1.25").requests();
    assertThat(ids(town, "requests.json?service_code=litter")).containsExactly(one);
    assertThat(ids(town, "requests.json?service_code=litter,%20dog-fouling,"))
        .containsExactlyInAnyOrder(one, other);
    assertThat(ids(town, "requests.json?service_code=nothing")).isEmpty();
    assertThat(ids(town, "requests.json?status=closed")).isEmpty();
    UpdatesTest.says(town, key, one, "FIXED", "All clear now.");
    assertThat(ids(town, "requests.json?status=closed")).containsExactly(one);
    assertThat(ids(town, "requests.json?status=open")).containsExactly(other);
    assertThat(ids(town, "requests.json?status=open,closed")).hasSize(2);
    refused(gets(town, "requests.json?status=fixed"), 400, "status");
  }

  @Test
  void ids_override_every_other_argument(Town town) {
    var key = town.apiKey(OWNER);
    var one = litter(town, key).requests();
    var other = litter(town, key).requests();
    litter(town, key).requests();
    var query = "&status=closed&service_code=nothing&start_date=nonsense&page=7";
    assertThat(ids(town, "requests.json?service_request_id=" + one + "," + other + query))
        .containsExactlyInAnyOrder(one, other);
    assertThat(ids(town, "requests.json?service_request_id=nothing" + query)).isEmpty();
  }

  @Test
  void a_box_and_a_moment_narrow_the_list_down(Town town) {
    var key = town.apiKey(OWNER);
    var west = at(town, "litter", "54.5750", "-1.2520").requests();
    var east = at(town, "litter", "54.5750", "-1.2480").requests();
    assertThat(ids(town, "requests.json?bbox=-1.253,54.57,-1.25,54.58")).containsExactly(west);
    assertThat(ids(town, "requests.json?bbox=-1.253,54.57,-1.24,54.58")).hasSize(2);
    refused(gets(town, "requests.json?bbox=-1.25,54.57,-1.253,54.58"), 400, "bbox");
    refused(gets(town, "requests.json?bbox=-1.25,54.57,-1.253"), 400, "bbox");
    town.clock().advance(Duration.ofMinutes(5));
    UpdatesTest.says(town, key, east, "IN_PROGRESS", "On our way.");
    assertThat(ids(town, "requests.json?updated_after=2026-11-23T10:04:00Z")).containsExactly(east);
  }

  @Test
  void a_place_that_the_public_map_blurs_is_blurred_here_too(Town town) {
    var id =
        at(town, "off-road-bikes", "54.575123", "-1.250456")
            .with("attribute[when]", "2026-11-23T09:00:00Z")
            .with("attribute[bikes]", "3")
            .requests();
    var row = json(town, "requests/" + id + ".json", "service_requests").get(0);
    assertThat(row.get("lat").asText()).isNotEqualTo("54.575123");
    assertThat(row.get("long").asText()).isNotEqualTo("-1.250456");
    assertThat(row.get("description").isNull()).isTrue();
  }

  @Test
  void what_is_not_public_is_not_found(Town town) {
    for (var path : List.of("requests/nothing.json", "tokens/nothing.json")) {
      refused(gets(town, path), 404, "nothing here");
      refused(gets(town, path.replace(".json", ".xml")), 404, "nothing here");
    }
    assertThat(texts(xml(town, "requests.xml"), "request")).isEmpty();
  }

  static GeoReport at(Town town, String service, String latitude, String longitude) {
    return new GeoReport(town)
        .with("api_key", town.apiKey(OWNER))
        .with("service_code", service)
        .with("lat", latitude)
        .with("long", longitude)
        .with("description", "Something is wrong here.");
  }

  private static String span(String start, String end) {
    return "requests.json?start_date=" + start + "&end_date=" + end;
  }

  private static List<String> ids(Town town, String path) {
    return ServicesTest.texts(json(town, path, "service_requests"), "service_request_id");
  }
}
