package org.localityvoice.event.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Fault;

/** The rules of the area file's part {@code eventRules}. */
public final class RulesSection implements AreaSection {
  static final String PART = "eventRules";

  @Override
  public Set<String> parts() {
    return Set.of(PART);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var rules = RulesReader.read(whole.path(PART));
    var faults = new ArrayList<Fault>();
    var seen = new HashSet<Object>();
    for (var i = 0; i < rules.consentAges().size(); i++) {
      var age = rules.consentAges().get(i);
      if (!seen.add(List.of(age.service(), age.from()))) {
        faults.add(
            Fault.at(
                "/" + PART + "/consentAge/" + i + "/from", "begins on the day of another age"));
      }
    }
    for (var i = 0; i < rules.wordings().size(); i++) {
      var wording = rules.wordings().get(i);
      if (!seen.add(List.of(wording.purpose(), wording.version(), "wording"))) {
        faults.add(
            Fault.at("/" + PART + "/wordings/" + i + "/version", "is there for its purpose twice"));
      }
    }
    return faults;
  }
}
