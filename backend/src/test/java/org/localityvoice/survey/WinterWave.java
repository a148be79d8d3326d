package org.localityvoice.survey;

import java.util.List;
import org.localityvoice.app.Town;

/** A wave that a manager plans for the winter after the sample's, 400 answers wanted. */
public final class WinterWave {
  private WinterWave() {}

  /** The body that plans it under an id. */
  public static Object planned(String id) {
    var plan =
        Town.body(
            "questionnaire",
            Town.body("id", "wave-core", "version", 7),
            "period",
            "2027-Q1",
            "from",
            "2027-01-11",
            "to",
            "2027-03-14",
            "graceDays",
            7,
            "modes",
            List.of("app"),
            "target",
            400,
            "breakdowns",
            List.of());
    return Town.body("id", id, "plan", plan);
  }
}
