package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.event.EventTowns.makes;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;

/** Short ways to what tests about the directory need of a town. */
public final class Entries {
  public static final String ORGANISATIONS = "/v1/directory/organisations/";
  public static final String LOCATIONS = "/v1/directory/locations/";
  public static final String TAXONOMIES = "/v1/directory/taxonomies/";
  public static final String SERVICES = "/v1/directory/services/";

  private Entries() {}

  public static String id() {
    return UUID.randomUUID().toString();
  }

  /** An organisation in Newport that the landlord keeps, changed as the pairs say. */
  public static Map<String, Object> organisation(Object... changes) {
    return changed(
        Town.body(
            "name", "Newport Neighbours",
            "description", "Neighbours who help each other.",
            "website", "https://neighbours.example.org/",
            "keeper", "thirteen",
            "localities", List.of("newport")),
        changes);
  }

  /** A hall in Newport, changed as the pairs say. */
  public static Map<String, Object> location(Object... changes) {
    return changed(
        Town.body(
            "name", "Newport Hall",
            "kind", "physical",
            "address",
                Town.body(
                    "street", "1 Made Up Street",
                    "town", "Middlesbrough",
                    "county", "Tees Valley",
                    "postcode", "ts15zz"),
            "point", Town.body("latitude", 54.571, "longitude", -1.246),
            "accessibility", List.of("Ramp at the side door"),
            "keeper", "thirteen",
            "localities", List.of("newport")),
        changes);
  }

  /** A service of an organisation, complete enough to be published, changed as the pairs say. */
  public static Map<String, Object> service(String organisation, Object... changes) {
    return changed(
        Town.body(
            "organisation",
            organisation,
            "localities",
            List.of("newport"),
            "name",
            "Warm welcome",
            "description",
            "A warm room, tea and company.",
            "summaries",
            Map.of("en", "Come in and get warm.", "pl", "Wejdź i się ogrzej."),
            "status",
            "active",
            "contacts",
            List.of(
                Map.of("name", "The desk", "phones", List.of(Map.of("number", "01632 960001")))),
            "areas",
            List.of(Map.of("name", "Newport"))),
        changes);
  }

  private static Map<String, Object> changed(Map<String, Object> content, Object... changes) {
    content.putAll(Town.body(changes));
    return content;
  }

  /** Makes an entry that must be taken; its id. */
  public static String made(Person person, String path, Map<String, Object> content) {
    var id = id();
    var answer = makes(person, path + id, content);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return id;
  }

  /** Makes a service of the landlord's and publishes it; its id. */
  public static String published(Town town, String organisation, Object... changes) {
    var theo = town.as("theo");
    var id = made(theo, SERVICES, service(organisation, changes));
    done(theo.posts(SERVICES + id + "/publish"));
    return id;
  }

  public static Answer done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }
}
