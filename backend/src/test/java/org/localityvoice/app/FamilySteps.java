package org.localityvoice.app;

import java.net.http.HttpClient;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.app.Family.Told;
import org.localityvoice.app.Family.Wish;
import org.localityvoice.app.Phones.Heard;

/** What a family sends, and what it makes of the answer. */
final class FamilySteps {
  private static final String REGISTRATIONS = "/v1/registrations/";

  private final Phones phones;
  private final Clubs clubs;

  FamilySteps(Phones phones, Clubs clubs) {
    this.phones = phones;
    this.clubs = clubs;
  }

  /** Takes the step that is next; false when the server did not say what came of it. */
  boolean takes(HttpClient client, String address, Family family) {
    return switch (family.step()) {
      case PREPARE -> prepares(client, address, family);
      case REGISTER -> registers(client, address, family);
      case LOOK -> looks(client, address, family);
      case LEAVE -> leaves(client, address, family);
      case CHECK_IN -> comes(client, address, family);
    };
  }

  private boolean prepares(HttpClient client, String address, Family family) {
    var mother = person("Ola", "1990-05-01");
    if (asks(client, "PUT", address + "/v1/me/participant", family, mother).isEmpty()) {
      return false;
    }
    for (var child : family.children()) {
      var born = Year.now(ZoneOffset.UTC).minusYears(8) + "-01-15";
      Map<String, Object> body = new HashMap<>(person("Mia", born));
      body.putAll(Map.of("id", child, "relationship", "parent", "declaration", true));
      if (asks(client, "POST", address + "/v1/participants", family, body).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Object> person(String given, String born) {
    return Map.of(
        "givenName", given, "familyName", "Nowak", "born", born, "homeLocality", "newport");
  }

  private static String path(Family family) {
    return switch (family.wish()) {
      case CLUB -> "/v1/sessions/" + Clubs.club(family.number / 5) + "/registrations";
      case WEEK -> "/v1/events/" + Clubs.WEEK + "/packages";
      case EVENING -> "/v1/sessions/" + Clubs.evening() + "/registrations";
    };
  }

  private static Map<String, Object> party(Family family) {
    List<Map<String, Object>> members = new ArrayList<>();
    for (var child : family.children()) {
      members.add(
          family.wish() == Wish.EVENING
              ? Map.of("id", child)
              : Map.of("id", child, "needs", Map.of("dietary", "No nuts.")));
    }
    return Map.of("id", family.registration(), "participants", members);
  }

  private Optional<Heard> asksFor(HttpClient client, String address, Family family) {
    return phones.asks(
        client, "POST", address + path(family), family.uid(), party(family), Set.of(200, 201, 409));
  }

  private boolean registers(HttpClient client, String address, Family family) {
    var said = asksFor(client, address, family);
    said.ifPresent(
        heard -> {
          family.isTold(heard.status() == 409 ? refused(family, heard) : stand(family, heard));
        });
    return said.isPresent();
  }

  private Told refused(Family family, Heard heard) {
    if (!heard.at("/type").endsWith(":session-full")) {
      phones.surprised(family + " was refused: " + heard.body());
    }
    return Told.REFUSED;
  }

  /** Where a registration is, or a package, by what was answered. */
  private Told stand(Family family, Heard heard) {
    if (family.wish() == Wish.WEEK) {
      var states = Set.copyOf(heard.body().findValuesAsText("state"));
      if (states.equals(Set.of("placed"))) {
        return Told.PLACED;
      }
      phones.surprised(family + " has a package that is " + states);
      return Told.NOTHING;
    }
    return switch (heard.at("/state")) {
      case "placed" -> Told.PLACED;
      case "waiting", "offered" -> Told.WAITING;
      default -> {
        phones.surprised(family + " was told " + heard.body());
        yield Told.NOTHING;
      }
    };
  }

  /** The same request once more finds what there is; false when there was no answer. */
  boolean repeats(HttpClient client, String address, Family family) {
    var before = family.told();
    var said = asksFor(client, address, family);
    said.ifPresent(
        heard -> {
          var same =
              before == Told.LEFT
                  ? heard.body().findValuesAsText("state").stream().allMatch("ended"::equals)
                  : heard.status() == 200 && stand(family, heard) == before;
          if (!same) {
            phones.surprised(family + " asked again and was told " + heard);
          }
        });
    return said.isPresent();
  }

  /** Sees whether places are offered, and answers. */
  private boolean looks(HttpClient client, String address, Family family) {
    if (family.wish() == Wish.WEEK || family.told() != Told.WAITING) {
      return true;
    }
    var own = address + REGISTRATIONS + family.registration();
    var seen = asks(client, "GET", own, family, "");
    if (seen.isEmpty() || seen.get().at("/state").equals("waiting")) {
      return seen.isPresent();
    }
    if (seen.get().at("/state").equals("offered")) {
      family.isOffered();
      var act = family.declines() ? "/decline" : "/accept";
      seen = asks(client, "POST", own + act, family, "");
    }
    // What has been answered before a kill is seen as what it has become.
    seen.ifPresent(
        heard -> {
          switch (heard.at("/state")) {
            case "placed" -> family.isTold(Told.PLACED);
            case "ended" -> family.isTold(Told.LEFT);
            default -> phones.surprised(family + " answered an offer and is " + heard);
          }
        });
    return seen.isPresent();
  }

  private boolean leaves(HttpClient client, String address, Family family) {
    var one = family.registration();
    var week = family.wish() == Wish.WEEK;
    if (week) {
      var mine = asks(client, "GET", address + "/v1/registrations", family, "");
      if (mine.isEmpty()) {
        return false;
      }
      var ids = mine.get().body().findValuesAsText("id");
      if (ids.isEmpty()) {
        phones.surprised(family + " finds no package of theirs");
        return true;
      }
      one = ids.get(0);
    }
    Object body = week ? Map.of("package", true) : "";
    var path = address + REGISTRATIONS + one + "/cancel";
    var said = asks(client, "POST", path, family, body);
    said.ifPresent(
        heard -> {
          if (!heard.at("/state").equals("ended")) {
            phones.surprised(family + " cancelled and is " + heard);
          }
          family.isTold(Told.LEFT);
        });
    return said.isPresent();
  }

  /** The children are checked in by their tickets, by a tablet that may repeat itself. */
  private boolean comes(HttpClient client, String address, Family family) {
    if (family.told() != Told.PLACED) {
      return true;
    }
    var path = REGISTRATIONS + family.registration() + "/tickets?session=" + Clubs.evening();
    var tickets = asks(client, "GET", address + path, family, "");
    if (tickets.isEmpty()) {
      return false;
    }
    List<Map<String, Object>> items = new ArrayList<>();
    for (var ticket : tickets.get().body().path("items")) {
      items.add(
          Map.of(
              "id",
              family.item(ticket.path("participant").asText()),
              "act",
              "check-in",
              "ticket",
              ticket.path("text").asText(),
              "at",
              family.cameAt(Instant.now()).toString()));
    }
    var said =
        phones.sends(
            client,
            address + "/v1/sessions/" + Clubs.evening() + "/attendance",
            clubs.device(),
            Map.of("items", items));
    said.ifPresent(
        heard -> {
          var verdicts = Set.copyOf(heard.body().findValuesAsText("verdict"));
          if (!Set.of("recorded", "duplicate").containsAll(verdicts) || verdicts.isEmpty()) {
            phones.surprised(family + " came and the tablet was told " + heard);
          }
          family.isCheckedIn();
        });
    return said.isPresent();
  }

  private Optional<Heard> asks(
      HttpClient client, String method, String address, Family family, Object body) {
    return phones.asks(client, method, address, family.uid(), body, Set.of(200, 201));
  }
}
