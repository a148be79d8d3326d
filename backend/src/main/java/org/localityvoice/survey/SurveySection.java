package org.localityvoice.survey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Fault;
import org.localityvoice.problem.Violation;

/** The rules of the area file's parts {@code questionnaires} and {@code waves}. */
public final class SurveySection implements AreaSection {
  static final String QUESTIONNAIRES = "questionnaires";
  static final String WAVES = "waves";
  private static final Messages MESSAGES = Messages.load();

  private final Function<String, Optional<String>> companions;

  /**
   * The section.
   *
   * @param companions text of a file that lies beside the area file, by name; empty if there is
   *     none
   */
  public SurveySection(Function<String, Optional<String>> companions) {
    this.companions = companions;
  }

  @Override
  public Set<String> parts() {
    return Set.of(QUESTIONNAIRES, WAVES);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var faults = new ArrayList<Fault>();
    var forms = new HashMap<String, Questionnaire>();
    for (var i = 0; i < whole.path(QUESTIONNAIRES).size(); i++) {
      var at = "/" + QUESTIONNAIRES + "/" + i;
      var form = QuestionnaireReader.read(whole.path(QUESTIONNAIRES).get(i));
      QuestionnaireChecks.faults(form, area)
          .forEach(found -> faults.add(Fault.at(at + found.place(), predicate(found))));
      if (forms.put(form.id(), form) != null) {
        faults.add(Fault.at(at + "/version", "is in the file twice"));
      }
    }
    var ids = new HashSet<String>();
    for (var i = 0; i < whole.path(WAVES).size(); i++) {
      wave(whole.path(WAVES).get(i), "/" + WAVES + "/" + i, area, forms, ids, faults);
    }
    return faults;
  }

  /** What is wrong as the predicate of a sentence whose subject is the place. */
  private static String predicate(Violation found) {
    var sentence = MESSAGES.text("en", "violation." + found.code(), found.arguments());
    return sentence.substring("This ".length(), sentence.length() - 1);
  }

  private void wave(
      JsonNode wave,
      String at,
      Area area,
      Map<String, Questionnaire> forms,
      Set<String> ids,
      List<Fault> faults) {
    if (!ids.add(wave.path("id").asText())) {
      faults.add(Fault.at(at + "/id", "is in the file twice"));
    }
    if (area.locality(wave.path("locality").asText()).isEmpty()) {
      faults.add(Fault.at(at + "/locality", "names no locality of the file"));
    }
    if (LocalDate.parse(wave.path("to").asText())
        .isBefore(LocalDate.parse(wave.path("from").asText()))) {
      faults.add(Fault.at(at + "/to", "is before the first day"));
    }
    var form = forms.get(formKey(wave));
    if (form == null) {
      faults.add(Fault.at(at + "/questionnaire", "names no questionnaire version of the file"));
    } else {
      answers(wave, at, form, faults);
    }
  }

  private void answers(JsonNode wave, String at, Questionnaire form, List<Fault> faults) {
    var closed = wave.path("state").asText().equals("closed");
    var synthetic = wave.path("synthetic").asBoolean();
    if (closed != wave.hasNonNull("responses") || closed != synthetic) {
      faults.add(
          Fault.at(
              at + "/state", "must be open, or closed with synthetic: true and a responses file"));
    }
    if (wave.hasNonNull("responses")) {
      var name = wave.path("responses").asText();
      companions
          .apply(name)
          .ifPresentOrElse(
              text ->
                  ResponseFile.read(text, form)
                      .faults()
                      .forEach(fault -> faults.add(Fault.at(at + "/responses", fault))),
              () -> faults.add(Fault.at(at + "/responses", "names no file beside this one")));
    }
  }

  static String formKey(JsonNode wave) {
    return Questionnaire.key(wave.path("questionnaire").asText(), wave.path("version").asInt());
  }
}
