package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.localityvoice.problem.Violation;

/** Reads services from a CSV file (RFC 4180) with a header. Pure. */
final class CsvServices {
  private static final List<String> DEMANDED = List.of("organisation", "name", "description");
  private static final Set<String> COLUMNS =
      Set.of(
          "organisation",
          "name",
          "description",
          "id",
          "summary",
          "status",
          "url",
          "email",
          "contact",
          "phone",
          "needs",
          "minimum_age",
          "maximum_age",
          "cost_pence",
          "languages",
          "openings",
          "place",
          "street",
          "town",
          "county",
          "postcode",
          "areas",
          "localities");
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,8}");
  private static final Pattern OPENING =
      Pattern.compile("([A-Za-z, ]+) ([0-9]{1,2}:[0-9]{2}) ?- ?([0-9]{1,2}:[0-9]{2})");
  private static final Map<String, String> DAYS =
      Map.of(
          "mon",
          "monday",
          "tue",
          "tuesday",
          "wed",
          "wednesday",
          "thu",
          "thursday",
          "fri",
          "friday",
          "sat",
          "saturday",
          "sun",
          "sunday");

  private final Whose whose;

  CsvServices(Whose whose) {
    this.whose = whose;
  }

  List<Row> read(byte[] file, int most) {
    var rows = new ArrayList<Row>();
    for (var one : CsvFile.records(file, COLUMNS, DEMANDED, most)) {
      rows.add(row(rows.size() + 1, one));
    }
    return rows;
  }

  private Row row(int number, CSVRecord record) {
    if (!record.isConsistent()) {
      return Row.Unread.at(number, "", "directory-import-cells");
    }
    var faults = new ArrayList<Violation>();
    var notes = new ArrayList<String>();
    var own = Filling.list(cell(record, "localities"));
    var organisation = Filling.object();
    Filling.put(organisation, "name", cell(record, "organisation"));
    Filling.put(organisation, "description", cell(record, "organisation"));
    whose.owned(organisation, own);
    var name = cell(record, "name");
    var service = Filling.object();
    service.put("organisation", whose.id("organisation", cell(record, "organisation")));
    whose.placed(service, own);
    for (var column : List.of("name", "description", "url", "email")) {
      Filling.put(service, column, cell(record, column));
    }
    var status = cell(record, "status");
    service.put("status", status.isEmpty() ? "active" : status.replace(' ', '-'));
    if (!cell(record, "summary").isEmpty()) {
      service.putObject("summaries").put("en", cell(record, "summary"));
    }
    Filling.putAll(service, "languages", Filling.list(cell(record, "languages")));
    contact(record, service);
    ages(record, service, faults);
    cost(record, service, faults);
    openings(record, service, faults);
    needs(record, service, notes);
    var areas = Filling.list(cell(record, "areas"));
    if (!areas.isEmpty()) {
      var list = service.putArray("areas");
      areas.forEach(area -> list.addObject().put("name", area));
    }
    var locations = place(record, service, own);
    var id = cell(record, "id").toLowerCase(Locale.ROOT);
    if (!id.isEmpty() && !UUID_TEXT.matcher(id).matches()) {
      faults.add(Violation.at("id", "format", "UUID"));
    }
    if (!faults.isEmpty()) {
      return new Row.Unread(number, faults);
    }
    var key = id.isEmpty() ? whose.id("service", cell(record, "organisation"), name) : id;
    return new Row.Read(number, key, service, organisation, locations, notes);
  }

  private static String cell(CSVRecord record, String column) {
    return record.isMapped(column) ? record.get(column).strip() : "";
  }

  private static void contact(CSVRecord record, ObjectNode service) {
    var name = cell(record, "contact");
    var phone = cell(record, "phone");
    if (!name.isEmpty() || !phone.isEmpty()) {
      var contact = service.putArray("contacts").addObject();
      Filling.put(contact, "name", name);
      if (!phone.isEmpty()) {
        contact.putArray("phones").addObject().put("number", phone);
      }
    }
  }

  private static void ages(CSVRecord record, ObjectNode service, List<Violation> faults) {
    var from = number(record, "minimum_age", 0, faults);
    var to = number(record, "maximum_age", 120, faults);
    if (!cell(record, "minimum_age").isEmpty() || !cell(record, "maximum_age").isEmpty()) {
      service.putObject("ages").put("from", from).put("to", to);
    }
  }

  private static void cost(CSVRecord record, ObjectNode service, List<Violation> faults) {
    var pence = number(record, "cost_pence", 0, faults);
    if (!cell(record, "cost_pence").isEmpty()) {
      service.putArray("costs").addObject().put("pence", pence);
    }
  }

  private static int number(
      CSVRecord record, String column, int otherwise, List<Violation> faults) {
    var text = cell(record, column);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!WHOLE.matcher(text).matches()) {
      faults.add(Violation.at(column, "type", "integer"));
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  private static void openings(CSVRecord record, ObjectNode service, List<Violation> faults) {
    for (var part : Filling.list(cell(record, "openings"))) {
      var matcher = OPENING.matcher(part);
      if (!matcher.matches()) {
        faults.add(Violation.at("openings", "directory-import-opening", part));
        return;
      }
      var opening = service.withArray("/openings").addObject();
      var days = opening.putArray("days");
      for (var day : matcher.group(1).split("[, ]+", -1)) {
        var start = day.toLowerCase(Locale.ROOT);
        var known = start.length() < 3 ? null : DAYS.get(start.substring(0, 3));
        if (known == null) {
          faults.add(Violation.at("openings", "directory-import-opening", part));
          return;
        }
        days.add(known);
      }
      opening.put("opens", padded(matcher.group(2)));
      opening.put("closes", padded(matcher.group(3)));
    }
  }

  private static String padded(String time) {
    return time.length() < 5 ? "0" + time : time;
  }

  private void needs(CSVRecord record, ObjectNode service, List<String> notes) {
    var ids = new ArrayList<String>();
    for (var name : Filling.list(cell(record, "needs"))) {
      whose.need(name).ifPresentOrElse(ids::add, () -> notes.add("needs: " + name));
    }
    Filling.putAll(service, "needs", ids.stream().distinct().toList());
  }

  private Map<String, ObjectNode> place(CSVRecord record, ObjectNode service, List<String> own) {
    var locations = new HashMap<String, ObjectNode>();
    var street = cell(record, "street");
    var postcode = cell(record, "postcode");
    if (street.isEmpty() && postcode.isEmpty()) {
      return locations;
    }
    var location = Filling.object();
    var place = cell(record, "place");
    location.put("name", place.isEmpty() ? street : place);
    location.put("kind", "physical");
    var address = location.putObject("address");
    for (var column : List.of("street", "town", "county", "postcode")) {
      Filling.put(address, column, cell(record, column));
    }
    whose.owned(location, own);
    var id = whose.id("location", place, street, postcode);
    service.putArray("locations").add(id);
    locations.put(id, location);
    return locations;
  }
}
