package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Reads whole services of an Open Referral UK 3.0 feed. Pure. */
final class OrukFeed {
  static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final int OLDEST = 120;
  private static final int PENCE = 100;

  private final Whose whose;

  OrukFeed(Whose whose) {
    this.whose = whose;
  }

  List<Row> read(JsonNode body, int most) {
    var contents = body.path("contents");
    var services = new ArrayList<JsonNode>();
    if (contents.isArray()) {
      contents.forEach(services::add);
    } else {
      services.add(body);
    }
    if (services.size() > most) {
      throw Problem.invalid(List.of(Violation.at("/contents", "maxItems", String.valueOf(most))));
    }
    var rows = new ArrayList<Row>();
    services.forEach(one -> rows.add(row(rows.size() + 1, one)));
    return rows;
  }

  private Row row(int number, JsonNode from) {
    var id = id(from);
    var giver = from.path("organization");
    if (!UUID_TEXT.matcher(id).matches()) {
      return Row.Unread.at(number, "/id", "format", "UUID");
    }
    if (!UUID_TEXT.matcher(id(giver)).matches()) {
      return Row.Unread.at(number, "/organization/id", "format", "UUID");
    }
    var notes = new ArrayList<String>();
    var organisation = Filling.object();
    fill(
        organisation,
        giver,
        Map.of(
            "name", "name", "description", "description", "website", "website", "email", "email"));
    if (!organisation.has("description")) {
      Filling.put(organisation, "description", Filling.text(giver, "name"));
    }
    whose.owned(organisation, List.of());
    var service = Filling.object();
    service.put("organisation", id(giver));
    whose.placed(service, List.of());
    fill(
        service,
        from,
        Map.of(
            "name",
            "name",
            "description",
            "description",
            "url",
            "url",
            "email",
            "email",
            "application_process",
            "howToGet",
            "eligibility_description",
            "eligibility"));
    if (!service.has("description")) {
      Filling.put(service, "description", Filling.text(from, "name"));
    }
    service.put("status", Filling.text(from, "status").replace(' ', '-'));
    ages(from, service);
    from.path("languages")
        .forEach(one -> code(one).ifPresent(tag -> service.withArray("/languages").add(tag)));
    from.path("cost_options").forEach(one -> cost(one, service));
    from.path("contacts").forEach(one -> contact(one, service));
    from.path("phones")
        .forEach(one -> phones(List.of(one), service.withArray("/contacts").addObject()));
    from.path("service_areas")
        .forEach(
            one -> {
              if (!Filling.text(one, "name").isBlank()) {
                service.withArray("/areas").addObject().put("name", Filling.text(one, "name"));
              }
            });
    from.path("funding")
        .forEach(
            one -> {
              if (!Filling.text(one, "source").isBlank()) {
                service.withArray("/funding").add(Filling.text(one, "source"));
              }
            });
    from.path("schedules").forEach(one -> OrukOpenings.read(one, service, notes));
    needs(from, service, notes);
    var locations = new OrukPlaces(whose).read(from, service);
    return new Row.Read(number, id, service, organisation, locations, notes);
  }

  static String id(JsonNode node) {
    return Filling.text(node, "id").toLowerCase(Locale.ROOT);
  }

  static void fill(ObjectNode to, JsonNode from, Map<String, String> names) {
    names.forEach((theirs, ours) -> Filling.put(to, ours, Filling.text(from, theirs)));
  }

  private static void ages(JsonNode from, ObjectNode service) {
    var least = from.path("minimum_age");
    var most = from.path("maximum_age");
    if (least.isNumber() || most.isNumber()) {
      var upper = most.isNumber() ? Math.min(OLDEST, most.asInt()) : OLDEST;
      service.putObject("ages").put("from", least.isNumber() ? least.asInt() : 0).put("to", upper);
    }
  }

  private static Optional<String> code(JsonNode language) {
    var code = Filling.text(language, "code");
    return code.isBlank() ? Optional.empty() : Optional.of(code.strip());
  }

  private static void cost(JsonNode one, ObjectNode service) {
    var cost = service.withArray("/costs").addObject();
    cost.put("pence", Math.round(one.path("amount").asDouble() * PENCE));
    var note = Filling.text(one, "amount_description");
    Filling.put(cost, "note", note.isBlank() ? Filling.text(one, "option") : note);
  }

  private static void contact(JsonNode one, ObjectNode service) {
    var contact = service.withArray("/contacts").addObject();
    fill(contact, one, Map.of("name", "name", "title", "title", "email", "email"));
    var phones = new ArrayList<JsonNode>();
    one.path("phones").forEach(phones::add);
    phones(phones, contact);
  }

  private static void phones(List<JsonNode> phones, ObjectNode contact) {
    for (var one : phones) {
      var phone = contact.withArray("/phones").addObject();
      phone.put("number", Filling.text(one, "number"));
      Filling.put(phone, "note", Filling.text(one, "description"));
    }
  }

  private void needs(JsonNode from, ObjectNode service, List<String> notes) {
    var ids = new ArrayList<String>();
    for (var attribute : from.path("attributes")) {
      var term = attribute.path("taxonomy_term");
      var name = Filling.text(term, "name");
      whose
          .need(Filling.text(attribute, "taxonomy_term_id"))
          .or(() -> whose.need(id(term)))
          .or(() -> whose.need(name))
          .ifPresentOrElse(ids::add, () -> notes.add("attributes: " + name));
    }
    Filling.putAll(service, "needs", ids.stream().distinct().toList());
  }
}
