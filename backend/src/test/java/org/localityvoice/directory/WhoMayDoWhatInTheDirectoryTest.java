package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/**
 * Every operation about the directory, the open feed, and both parts, at the hands of everybody.
 * The table is the rule, from the left to the right and line by line.
 *
 * <p>Theo is an officer of the partner who keeps the service, the landlord; Rosa and Omar are of
 * other partners, Wyn is a warden. Nadia is the manager of Newport, where all of it is. Nora works
 * for the landlord as well, but is the manager of the other locality. Pat is the performance
 * officer, Sam the safeguarding lead and Ada the administrator; Ana and Bilal are residents, and
 * Ben is fourteen. Needs are those of the whole area, so that Nora keeps them as well. Of a file
 * that is brought in the table has what became of its row: {@code created}, or {@code invalid} for
 * those who do not work in the locality that it names.
 */
@ExtendWith(TownExtension.class)
class WhoMayDoWhatInTheDirectoryTest {
  private static final String TABLE =
      """
      operation                   nobody ana bilal ben wyn rosa theo omar nadia nora pat sam ada
      getDirectoryOrganisation    401    404 404   404 200 200  200  200  200   404  404 404 200
      putDirectoryOrganisation    401    404 404   404 404 404  200  404  200   404  404 404 200
      getDirectoryLocation        401    404 404   404 200 200  200  200  200   404  404 404 200
      putDirectoryLocation        401    404 404   404 404 404  200  404  200   404  404 404 200
      getDirectoryTaxonomy        401    404 404   404 200 200  200  200  200   200  404 404 200
      putDirectoryTaxonomy        401    404 404   404 404 404  404  404  200   200  404 404 200
      getDirectoryService:draft   404    404 404   404 404 404  200  404  200   404  404 404 200
      getDirectoryService:open    200    200 200   200 200 200  200  200  200   200  200 200 200
      putDirectoryService         401    404 404   404 404 404  200  404  200   404  404 404 200
      putDirectoryPartnerLayer    401    404 404   404 404 404  200  404  200   404  404 404 404
      getDirectoryPartnerLayer    401    404 404   404 200 200  200  200  200   404  404 200 404
      publishDirectoryService     401    404 404   404 404 404  200  404  200   404  404 404 200
      assureDirectoryService      401    404 404   404 404 404  200  404  200   404  404 404 200
      listDirectoryServiceHistory 401    404 404   404 404 404  200  404  200   404  404 404 200
      listDirectoryEntries        401    404 404   404 200 200  200  200  200   404  404 404 200
      getDirectoryFreshness       401    404 404   404 404 200  200  200  200   404  404 404 200
      listDirectoryUnmetSearches  401    404 404   404 404 200  200  200  200   404  404 404 200
      importDirectory             401    404 404   404 404 404  404  404  cre   inv  404 404 cre
      importDirectoryPostcodes    401    404 404   404 404 404  404  404  404   404  404 404 200
      searchDirectoryServices     200    200 200   200 200 200  200  200  200   200  200 200 200
      listDirectoryNeeds          200    200 200   200 200 200  200  200  200   200  200 200 200
      reportDirectoryProblem      204    204 204   204 204 204  204  204  204   204  204 204 204
      getOruk                     200    200 200   200 200 200  200  200  200   200  200 200 200
      listOrukServices            200    200 200   200 200 200  200  200  200   200  200 200 200
      getOrukService              200    200 200   200 200 200  200  200  200   200  200 200 200
      listOrukTaxonomies          200    200 200   200 200 200  200  200  200   200  200 200 200
      getOrukTaxonomy             200    200 200   200 200 200  200  200  200   200  200 200 200
      listOrukTaxonomyTerms       200    200 200   200 200 200  200  200  200   200  200 200 200
      getOrukTaxonomyTerm         200    200 200   200 200 200  200  200  200   200  200 200 200
      listOrukServiceAtLocations  200    200 200   200 200 200  200  200  200   200  200 200 200
      getOrukServiceAtLocation    200    200 200   200 200 200  200  200  200   200  200 200 200
      getOurPartYourPart          200    200 200   200 200 200  200  200  200   200  200 200 200
      getYouSaid                  200    200 200   200 200 200  200  200  200   200  200 200 200
      unpublishDirectoryService   401    404 404   404 404 404  200  404  200   404  404 404 200
      """;

  @Test
  void everybody_may_do_what_is_theirs_and_meets_a_wall_elsewhere(Town town) throws Exception {
    var doors = DirectoryDoors.of(town);
    doors.completeAgainst("directory", "oruk", "pledges");
    assertThat(doors.table(TABLE)).isEqualTo(TABLE);
    assertThat(doors.walls()).as("what is not theirs looks like what is not there").hasSize(1);
  }
}
