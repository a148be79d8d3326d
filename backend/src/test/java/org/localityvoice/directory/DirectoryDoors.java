package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Doors.csv;
import static org.localityvoice.app.Doors.get;
import static org.localityvoice.app.Doors.json;
import static org.localityvoice.app.Doors.post;
import static org.localityvoice.directory.Entries.LOCATIONS;
import static org.localityvoice.directory.Entries.ORGANISATIONS;
import static org.localityvoice.directory.Entries.SERVICES;
import static org.localityvoice.directory.Entries.TAXONOMIES;
import static org.localityvoice.directory.Entries.made;
import static org.localityvoice.directory.Entries.published;
import static org.localityvoice.event.EventTowns.ids;
import static org.localityvoice.event.EventTowns.makes;

import java.util.List;
import java.util.Map;
import org.localityvoice.app.Doors;
import org.localityvoice.app.Doors.Request;
import org.localityvoice.app.Town;

/**
 * Every operation about the directory, ready to be tried: an organisation that the landlord keeps
 * in Newport, with a hall, a need, a service that everybody may see and a draft.
 */
final class DirectoryDoors {
  private final Town town;
  private final Doors doors;
  private final String term = Entries.id();
  private final String taxonomy;
  private final String open;
  private final String draft;

  private DirectoryDoors(Town town) {
    this.town = town;
    doors = new Doors(town);
    var theo = town.as("theo");
    taxonomy = made(town.as("nadia"), TAXONOMIES, needs());
    var organisation = made(theo, ORGANISATIONS, Entries.organisation());
    var hall = made(theo, LOCATIONS, Entries.location());
    open =
        published(
            town, organisation, "needs", List.of(term), "locations", List.of(hall), "name", "Tea");
    draft = made(theo, SERVICES, Entries.service(organisation));
    entry("Organisation", ORGANISATIONS + organisation, Entries.organisation());
    entry("Location", LOCATIONS + hall, Entries.location());
    entry("Taxonomy", TAXONOMIES + taxonomy, needs());
    doors.on("getDirectoryService:draft", get(SERVICES + draft));
    doors.on("getDirectoryService:open", get(SERVICES + open));
    doors.on("putDirectoryService", same(SERVICES + draft, Entries.service(organisation)));
  }

  static Doors of(Town town) {
    var it = new DirectoryDoors(town);
    it.partners();
    it.upkeep();
    it.imports();
    it.everybody();
    it.openReferral();
    it.doors.on("getOurPartYourPart", get("/v1/localities/newport/our-part-your-part"));
    it.doors.on("getYouSaid", get("/v1/localities/newport/you-said"));
    // Last, since it ends what the others are about.
    it.doors.on("unpublishDirectoryService", post(SERVICES + it.open + "/unpublish"));
    return it.doors;
  }

  private Map<String, Object> needs() {
    var warmth = Map.of("id", term, "name", Map.of("en", "Warmth"), "description", "A warm place.");
    return Town.body("name", "Needs", "description", "What people need.", "terms", List.of(warmth));
  }

  private void entry(String kind, String path, Map<String, Object> content) {
    doors.on("getDirectory" + kind, get(path));
    doors.on("putDirectory" + kind, same(path, content));
  }

  /** Once more what it says already, so that everybody meets the same. */
  private static Request same(String path, Map<String, Object> content) {
    return json("PUT", path, content, "If-Match", "\"1\"");
  }

  private void partners() {
    var layer = Town.body("referralRoute", "Ring the link worker.");
    var path = SERVICES + open + "/partner-layer";
    assertThat(makes(town.as("theo"), path, layer).status()).isEqualTo(201);
    doors.on("putDirectoryPartnerLayer", same(path, layer));
    doors.on("getDirectoryPartnerLayer", get(path));
  }

  private void upkeep() {
    doors.on("publishDirectoryService", post(SERVICES + draft + "/publish"));
    doors.on("assureDirectoryService", post(SERVICES + open + "/assure"));
    doors.on("listDirectoryServiceHistory", get(SERVICES + open + "/history"));
    doors.on("listDirectoryEntries", get("/v1/localities/newport/directory-entries"));
    doors.on("getDirectoryFreshness", get("/v1/localities/newport/directory-freshness"));
    doors.on("listDirectoryUnmetSearches", get("/v1/localities/newport/directory-unmet-searches"));
  }

  private void imports() {
    var path = "/v1/directory/imports?keeper=thirteen&localities=newport&dryRun=true";
    var service = "organisation,name,description\nWarm Hands,Knitting,Knit together.\n";
    doors.on("importDirectory", csv(path, service));
    var postcodes = "postcode,latitude,longitude\nts1 5zz,54.571,-1.246\n";
    doors.on("importDirectoryPostcodes", csv("/v1/directory/postcodes", postcodes));
  }

  private void everybody() {
    doors.on("searchDirectoryServices", get("/v1/directory/services?q=tea&locality=newport"));
    doors.on("listDirectoryNeeds", get("/v1/directory/needs"));
    var problem = Map.of("kind", "closed");
    doors.on("reportDirectoryProblem", json("POST", SERVICES + open + "/problems", problem));
  }

  private void openReferral() {
    town.works();
    var there = ids(town.nobody().gets("/oruk/service_at_locations"), "contents").get(0);
    doors.on("getOruk", get("/oruk/"));
    doors.on("listOrukServices", get("/oruk/services"));
    doors.on("getOrukService", get("/oruk/services/" + open));
    doors.on("listOrukTaxonomies", get("/oruk/taxonomies"));
    doors.on("getOrukTaxonomy", get("/oruk/taxonomies/" + taxonomy));
    doors.on("listOrukTaxonomyTerms", get("/oruk/taxonomy_terms"));
    doors.on("getOrukTaxonomyTerm", get("/oruk/taxonomy_terms/" + term));
    doors.on("listOrukServiceAtLocations", get("/oruk/service_at_locations"));
    doors.on("getOrukServiceAtLocation", get("/oruk/service_at_locations/" + there));
  }
}
