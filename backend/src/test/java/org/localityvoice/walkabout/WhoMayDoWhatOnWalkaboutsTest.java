package org.localityvoice.walkabout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;

/**
 * Every operation about walkabouts in Newport and what was found there, at the hands of everybody.
 * The table is the rule, from the left to the right and line by line.
 *
 * <p>Ana has reported what was found; Bilal is a resident of the other locality, and Ben is
 * fourteen. Wyn is the warden who leads the walk, Rosa an officer of those who put right what was
 * found, Theo and Omar of other partners. Nadia is the manager, Nora that of the other locality,
 * Pat the performance officer, Sam the safeguarding lead and Ada the administrator. Of a batch the
 * table has what became of its item: {@code created}, or {@code invalid} for who may not know that
 * there is such a walkabout.
 */
@ExtendWith(TownExtension.class)
class WhoMayDoWhatOnWalkaboutsTest {
  private static final String TABLE =
      """
      operation                  nobody ana bilal ben wyn rosa theo omar nadia nora pat sam ada
      listWalkabouts             200    200 200   200 200 200  200  200  200   200  200 200 200
      listWalkaboutRoutes        401    404 404   404 200 200  200  200  200   404  404 404 404
      getWalkabout               200    200 200   200 200 200  200  200  200   200  200 200 200
      putWalkabout               401    404 404   404 200 404  404  404  200   404  404 404 404
      getWalkaboutKit            401    404 404   404 200 200  200  200  200   404  404 404 404
      getWalkaboutRecord         401    404 404   404 200 200  200  200  200   404  404 404 404
      sendWalkaboutBatch         401    404 404   404 cre cre  cre  cre  cre   inv  404 404 404
      settleGrades               401    404 404   404 200 404  404  404  200   404  404 404 404
      getGraderAgreement         401    404 404   404 200 200  200  200  200   404  404 404 404
      getWalkaboutIndex          200    200 200   200 200 200  200  200  200   200  200 200 200
      getLocalityGraderAgreement 401    404 404   404 200 200  200  200  200   404  200 404 404
      listFindings               401    404 404   404 200 200  200  200  200   404  404 404 404
      getFinding                 401    404 404   404 200 200  200  200  200   404  404 404 404
      moveFinding:claim          401    404 404   404 409 200  409  409  409   404  404 404 404
      moveFinding:verify         401    404 404   404 200 409  200  200  200   404  404 404 404
      verifyFinding              401    200 404   404 404 404  404  404  404   404  404 404 404
      putFindingPhoto            401    404 404   404 200 200  200  200  200   404  404 404 404
      getFindingPhoto            401    404 404   404 200 200  200  200  200   404  404 404 404
      listWalkaboutStatements    401    404 404   404 404 404  404  404  200   404  200 404 404
      proposeWalkaboutStatement  401    404 404   404 404 404  404  404  201   404  409 404 404
      getWalkaboutStatement      401    404 404   404 404 404  404  404  200   404  200 404 404
      approveWalkaboutStatement  401    404 404   404 404 404  404  404  409   404  200 404 404
      cancelWalkabout            401    404 404   404 200 404  404  404  200   404  404 404 404
      """;

  @Test
  void everybody_may_do_what_is_theirs_and_meets_a_wall_elsewhere(Town town) throws Exception {
    var people = List.of(TABLE.lines().findFirst().orElseThrow().split("\\s+", -1));
    var doors = WalkaboutDoors.of(town, people.subList(1, people.size()));
    doors.completeAgainst("walkabout");
    assertThat(doors.table(TABLE)).isEqualTo(TABLE);
    assertThat(doors.walls()).as("what is not theirs looks like what is not there").hasSize(1);
  }
}
