package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Doors.bytes;
import static org.localityvoice.app.Doors.get;
import static org.localityvoice.app.Doors.json;
import static org.localityvoice.app.Doors.post;
import static org.localityvoice.walkabout.Walks.grade;
import static org.localityvoice.walkabout.Walks.item;
import static org.localityvoice.walkabout.Walks.sends;
import static org.localityvoice.walkabout.Walks.with;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Doors;
import org.localityvoice.app.Town;
import org.localityvoice.report.Problems;

/**
 * Every operation about walkabouts, ready to be tried: a walk of Wyn's that Theo grades otherwise
 * in one place and Rosa has repeated, one to come, and findings of which Rosa's are the owners.
 */
final class WalkaboutDoors {
  private static final String MONTH = "?from=2026-11&to=2026-11";

  private final Town town;
  private final Doors doors;
  private final String walk;
  private final String rewalk = id();

  private WalkaboutDoors(Town town) {
    this.town = town;
    doors = new Doors(town);
    walk = Walks.planned(town);
  }

  /** For these people. */
  static Doors of(Town town, List<String> people) throws Exception {
    var it = new WalkaboutDoors(town);
    it.calendar();
    it.grades();
    it.findings(people);
    it.verification();
    it.photos();
    it.statements();
    // Last, since it ends what the others are about.
    it.doors.on(
        "cancelWalkabout",
        json("POST", "/v1/walkabouts/" + it.coming() + "/cancel", Map.of("reason", "weather")));
    return it.doors;
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private String coming() {
    return Walks.planned(town);
  }

  private void calendar() {
    var plan = with(Walks.plan("2026-11-25T10:00"), "shortNoticeReason", "A trial.");
    doors.on("listWalkabouts", get("/v1/localities/newport/walkabouts"));
    doors.on("listWalkaboutRoutes", get("/v1/localities/newport/walkabout-routes"));
    doors.on("getWalkabout", get("/v1/walkabouts/" + walk));
    var path = "/v1/walkabouts/" + coming();
    doors.on("putWalkabout", json("PUT", path, plan, "If-Match", "\"1\""));
    doors.on("getWalkaboutKit", get("/v1/walkabouts/" + walk + "/kit"));
  }

  private void grades() {
    sends(town.as("wyn"), Walks.worked(walk, "litter", "wyns-"));
    sends(town.as("theo"), List.of(grade(walk, "theos-grade", "t01", "litter", "D")));
    var plan = with(Walks.plan("2026-11-27T10:00"), "rewalkOf", walk);
    plan.put("shortNoticeReason", "A trial.");
    var made = Walks.puts(town.as("nadia"), rewalk, plan, "If-None-Match", "*");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    var again = new ArrayList<>(Walks.worked(rewalk, "litter", "rosas-"));
    var over = Town.body("endedAt", "2026-11-27T11:40:00Z");
    again.add(item(rewalk, "rosas-note", "walkabout", over));
    sends(town.as("rosa"), again);
    doors.on("getWalkaboutRecord", get("/v1/walkabouts/" + walk + "/record"));
    doors.onEach(
        "sendWalkaboutBatch",
        who -> {
          var one = grade(walk, "a-grade-by-" + who, "t02", "weeds", "B");
          return json("POST", "/v1/walkabouts/batch", Town.body("items", List.of(one)));
        });
    var choice = Town.body("transect", "t01", "element", "litter", "grade", "theos-grade");
    doors.on("settleGrades", json("POST", "/v1/walkabouts/" + walk + "/settlements", choice));
    doors.on("getGraderAgreement", get("/v1/walkabouts/" + rewalk + "/agreement"));
    doors.on("getWalkaboutIndex", get("/v1/localities/newport/walkabout-index" + MONTH));
    doors.on("getLocalityGraderAgreement", get("/v1/localities/newport/grader-agreement" + MONTH));
  }

  /** One that is to be put right and one of which it is said that it was, for everybody. */
  private void findings(List<String> people) {
    var open = new HashMap<String, String>();
    var claimed = new HashMap<String, String>();
    people.forEach(who -> open.put(who, id()));
    people.forEach(who -> claimed.put(who, id()));
    var items = new ArrayList<Map<String, Object>>();
    var poster = Town.body("element", "fly-posting", "grade", "D", "transect", "t01");
    open.values().forEach(id -> items.add(item(walk, id, "finding", poster)));
    claimed.values().forEach(id -> items.add(item(walk, id, "finding", poster)));
    sends(town.as("wyn"), items);
    var owner = "environment-and-community-services";
    for (var one : items) {
      var id = (String) one.get("id");
      moves("nadia", id, Town.body("move", "assign", "edition", 0, "owner", owner));
    }
    claimed.values().forEach(id -> moves("rosa", id, claim()));
    doors.on("listFindings", get("/v1/localities/newport/findings"));
    doors.on("getFinding", get("/v1/findings/" + open.get("wyn")));
    doors.onEach("moveFinding:claim", who -> json("POST", path(open.get(who)), claim()));
    var seen = Town.body("move", "verify", "edition", 2, "after", "A");
    doors.onEach("moveFinding:verify", who -> json("POST", path(claimed.get(who)), seen));
  }

  private static Map<String, Object> claim() {
    return Town.body("move", "claimDone", "edition", 1);
  }

  private static String path(String finding) {
    return "/v1/findings/" + finding + "/moves";
  }

  private void moves(String who, String finding, Map<String, Object> move) {
    done(town.as(who).posts(path(finding), move));
  }

  private static void done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** Ana had reported what was found, and Rosa says that it is gone. */
  private void verification() {
    var report = Problems.of("graffiti", "On the wall.");
    report.put("answers", Town.body("hateful", "no"));
    assertThat(town.as("ana").posts("/v1/reports", report).status()).isEqualTo(201);
    town.works();
    var found = Town.body("element", "graffiti", "grade", "D", "point", report.get("point"));
    var finding = id();
    sends(town.as("wyn"), List.of(item(walk, finding, "finding", found)));
    town.works();
    town.works();
    moves("rosa", finding, claim());
    var path = "/v1/findings/" + finding + "/verification";
    doors.on("verifyFinding", json("POST", path, Town.body("after", "A")));
  }

  private void photos() throws Exception {
    var bytes = new ByteArrayOutputStream();
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    image.setRGB(20, 20, 0xFFFFFF);
    ImageIO.write(image, "jpeg", bytes);
    var hash = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    var name = HexFormat.of().formatHex(hash);
    var finding = id();
    var found = Town.body("element", "fly-posting", "grade", "C", "transect", "t03");
    found.put("photos", List.of(name));
    sends(town.as("wyn"), List.of(item(walk, finding, "finding", found)));
    var path = "/v1/walkabouts/" + walk + "/photos/" + name;
    doors.on("putFindingPhoto", bytes("PUT", path, bytes.toByteArray(), "image/jpeg"));
    doors.on("getFindingPhoto", get("/v1/findings/" + finding + "/photos/" + name));
  }

  /** A quarter that was over before the walk, proposed by Nadia. */
  private void statements() {
    var id = id();
    var path = "/v1/localities/newport/walkabout-statements";
    var quarter = Town.body("id", id, "period", "2026-Q3");
    var made = town.as("nadia").posts(path, quarter);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    doors.on("listWalkaboutStatements", get(path));
    doors.on("proposeWalkaboutStatement", json("POST", path, quarter));
    doors.on("getWalkaboutStatement", get("/v1/walkabout-statements/" + id));
    doors.on("approveWalkaboutStatement", post("/v1/walkabout-statements/" + id + "/approve"));
  }
}
