package org.localityvoice.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.report.Problems;

/** What people report and say of it, for tests of the feed. */
final class Neighbours {
  /** Stands in everything that they write. */
  static final String CANARY = "Mrs Quillfeather at number 12";

  private static final Map<String, Object> ORMESBY =
      Town.body("latitude", 54.571, "longitude", -1.209);

  private static final Map<String, Object> HOLE =
      Map.of("stops", Map.of("in-danger", false), "answers", Map.of("where", "road"));

  private final Town town;
  private int count;

  Neighbours(Town town) {
    this.town = town;
  }

  /** A problem that somebody has reported. */
  record Reported(String by, Map<String, Object> report) {}

  /** So many people report a hole in a road of Newport. */
  List<Reported> potholes(int many) {
    return report(many, "pothole", HOLE);
  }

  /** The same in North Ormesby. */
  List<Reported> potholesInOrmesby(int many) {
    var there = new LinkedHashMap<>(HOLE);
    there.put("point", ORMESBY);
    return report(many, "pothole", there);
  }

  /** So many people report litter in Newport. */
  List<Reported> litter(int many) {
    return report(many, "litter", Map.of());
  }

  private List<Reported> report(int many, String category, Map<String, Object> more) {
    var all = new ArrayList<Reported>();
    for (var i = 0; i < many; i++) {
      var person = "neighbour-" + count++;
      var report = new LinkedHashMap<>(Problems.of(category, "Seen by " + CANARY + "."));
      report.putAll(more);
      var answer = town.as(person).posts("/v1/reports", report);
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      all.add(new Reported(person, report));
    }
    return all;
  }

  /** Rosa says that they are done. */
  void done(List<Reported> reported) {
    town.passes(Duration.ofMinutes(1));
    for (var one : reported) {
      sends(town.as("rosa"), one, "/moves", Map.of("move", "say-done"));
    }
  }

  /** Those who reported them say that they are. */
  void fixed(List<Reported> reported) {
    reported.forEach(one -> sends(town.as(one.by()), one, "/verdicts", Map.of("verdict", "fixed")));
  }

  /** Those who reported them say that they are not. */
  void notFixed(List<Reported> reported) {
    var no = Map.<String, Object>of("verdict", "no", "reason", "Ask " + CANARY + ".");
    reported.forEach(one -> sends(town.as(one.by()), one, "/verdicts", no));
  }

  private static void sends(Person person, Reported one, String what, Map<String, Object> body) {
    var path = Problems.path(one.report()) + what;
    var answer = person.posts(path, body, "Idempotency-Key", Person.key());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** The entry of that id in a feed. */
  static JsonNode entry(Answer feed, String id) {
    for (var one : feed.json().path("entries")) {
      if (one.path("id").asText().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no " + id + " in " + ids(feed));
  }

  /** The ids of all entries, in order. */
  static List<String> ids(Answer feed) {
    var ids = new ArrayList<String>();
    feed.json().path("entries").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }
}
