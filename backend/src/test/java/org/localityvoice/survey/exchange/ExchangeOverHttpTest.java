package org.localityvoice.survey.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;

@ExtendWith(TownExtension.class)
class ExchangeOverHttpTest {
  private static final String CORE = "/v1/questionnaires/wave-core";
  private static final String COPY = "/v1/questionnaires/copy/draft";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Test
  void the_sample_goes_out_and_comes_back_both_ways_and_bad_files_leave_nothing(Town town)
      throws Exception {
    var pat = town.as("pat");
    var content = pat.gets(CORE + "/versions/7").json().get("content");
    pat.sends(
        "PUT",
        CORE + "/draft",
        BodyPublishers.ofByteArray(Json.bytes(content)),
        "Content-Type",
        "application/json",
        "If-None-Match",
        "*");

    var surveyJs = pat.gets(CORE + "/draft/surveyjs");
    var back =
        pat.sends(
            "PUT",
            COPY + "/surveyjs",
            BodyPublishers.ofString(surveyJs.text()),
            "Content-Type",
            "application/json",
            "If-None-Match",
            "*");
    assertThat(back.status()).isEqualTo(201);
    assertThat(back.json().get("content")).isEqualTo(content);

    var bytes = bytes(town, CORE + "/draft/xlsform");
    var same =
        pat.sends(
            "PUT",
            COPY + "/xlsform",
            BodyPublishers.ofByteArray(bytes),
            "Content-Type",
            XLSX,
            "If-Match",
            "\"1\"");
    // It is what the draft says already.
    assertThat(same.status()).isEqualTo(200);
    assertThat(same.header("ETag")).isEqualTo("\"1\"");
    assertThat(same.json().get("content")).isEqualTo(content);

    var broken =
        pat.sends(
            "PUT",
            "/v1/questionnaires/other/draft/xlsform",
            BodyPublishers.ofByteArray(java.util.Arrays.copyOf(bytes, 500)),
            "Content-Type",
            XLSX,
            "If-None-Match",
            "*");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.at("/errors/0/detail")).contains(".xlsx");
    assertThat(sends(pat, "xlsform", bytes, "application/zip").status()).isEqualTo(415);
    assertThat(sends(pat, "surveyjs", bytes, XLSX).status()).isEqualTo(415);
    assertThat(sends(pat, "xlsform", new byte[0], XLSX).status()).isEqualTo(400);
    assertThat(sends(pat, "xlsform", new byte[1 << 21], XLSX).status()).isEqualTo(413);
    assertThat(pat.gets("/v1/questionnaires/other/draft").status()).isEqualTo(404);
    assertThat(town.as("ana").gets(CORE + "/draft/xlsform").status()).isEqualTo(404);
  }

  @Test
  void odd_characters_are_refused_with_their_place_and_leave_nothing(Town town) {
    var pat = town.as("pat");
    var content = pat.gets(CORE + "/versions/7").json().get("content").toString();
    var at = content.indexOf("\"title\":{\"en\":\"") + "\"title\":{\"en\":\"".length();
    var odd = content.substring(0, at) + "\\u202e" + content.substring(at);
    var put = begins(pat, "/v1/questionnaires/odd/draft", odd);
    assertThat(put.status()).isEqualTo(400);
    assertThat(put.at("/errors/0/detail")).contains("U+202E", "character 1");
    assertThat(put.places()).hasSize(1).allMatch(place -> place.endsWith("/title/en"));

    var half = "{\"elements\":[{\"type\":\"\\ud800\",\"name\":\"A\",\"title\":\"\\udc00\"}]}";
    var survey = begins(pat, "/v1/questionnaires/odd/draft/surveyjs", half);
    assertThat(survey.status()).isEqualTo(400);
    assertThat(survey.places()).contains("#/elements/0/type", "#/elements/0/title");
    assertThat(pat.gets("/v1/questionnaires/odd/draft").status()).isEqualTo(404);
  }

  private static Answer sends(Person who, String format, byte[] file, String type) {
    return who.sends(
        "PUT",
        "/v1/questionnaires/other/draft/" + format,
        BodyPublishers.ofByteArray(file),
        "Content-Type",
        type,
        "If-None-Match",
        "*");
  }

  private static Answer begins(Person who, String path, String json) {
    return who.sends(
        "PUT",
        path,
        BodyPublishers.ofString(json),
        "Content-Type",
        "application/json",
        "If-None-Match",
        "*");
  }

  private static byte[] bytes(Town town, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + town.port() + path))
            .header("Authorization", "Bearer " + town.token("pat"))
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
