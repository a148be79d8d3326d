package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;
import org.localityvoice.survey.draft.DraftReader;

/**
 * What was read of another tool's questionnaire: the content of a draft, where each part of it
 * stood, and what could not be represented. It is taken whole or not at all.
 */
final class Imported {
  private static final int MOST_FAULTS = 50;

  private final ObjectNode content = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> places = new HashMap<>();
  private final List<Violation> faults = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  ObjectNode content() {
    return content;
  }

  /** Remembers where a part of the content stood. */
  void stood(String pointer, String place) {
    places.put(pointer, place);
  }

  void fault(Violation found) {
    faults.add(found);
  }

  void fault(String place, String code, Object... arguments) {
    faults.add(Violation.at(place, code, arguments));
  }

  /** An id that a name was made into; a fault where it could not be one. */
  String id(Optional<String> made, String place) {
    if (made.isEmpty()) {
      fault(place, "exchange-name");
    }
    return made.orElse("");
  }

  /**
   * Remembers what a name of theirs has become, for the conditions of later questions. A fault
   * where another has become the same: answers could not be told apart.
   */
  void named(String theirs, String ours, String place) {
    if (!ours.isEmpty() && names.containsValue(ours)) {
      fault(place, "exchange-name-twice", ours);
    }
    names.put(theirs, ours);
  }

  /** Our name for one of theirs: of a stratum, of a question, or of a row after a full stop. */
  Optional<String> ours(String theirs) {
    var known = names.get(theirs);
    if (known != null) {
      return Optional.of(known);
    }
    var dot = theirs.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(names.get(theirs.substring(0, dot)))
            .flatMap(
                grid -> Names.question(theirs.substring(dot + 1)).map(row -> grid + "/" + row));
  }

  /**
   * The questionnaire.
   *
   * @param contract what the contract says of a draft's content
   * @throws Problem naming every place in what was sent that keeps it from being one
   */
  Questionnaire form(String name, ContractSchema contract) {
    if (faults.isEmpty()) {
      contract.faults(content).forEach(this::translated);
    }
    if (faults.isEmpty()) {
      DraftReader.faults(content).forEach(this::translated);
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults.stream().distinct().limit(MOST_FAULTS).toList());
    }
    return Questionnaires.of(name, 0, content);
  }

  private void translated(Violation found) {
    faults.add(Violation.at(place(found.place()), found.code(), found.arguments().toArray()));
  }

  /** Where the nearest part stood that a pointer lies in. */
  private String place(String pointer) {
    for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      var place = places.get(at);
      if (place != null) {
        return place;
      }
    }
    return places.getOrDefault("", "");
  }
}
