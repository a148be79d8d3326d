package org.localityvoice.survey.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.localityvoice.http.Json;
import org.localityvoice.survey.Questionnaire;

/** What goes out comes back as it was. */
class RoundTripTest {
  @Property(tries = 200)
  void a_questionnaire_comes_back_from_survey_js_as_it_went(@ForAll("forms") Questionnaire form) {
    var there = Json.text(SurveyJsWriter.write(form));
    assertThat(SurveyJsReader.read(Forms.json(there)).form("any", Forms.CONTRACT)).isEqualTo(form);
  }

  @Property(tries = 100)
  void a_questionnaire_comes_back_from_a_workbook_as_it_went(@ForAll("forms") Questionnaire form) {
    var there = XlsxFile.write(XlsFormWriter.write(form));
    assertThat(XlsFormReader.read(XlsxFile.read(there)).form("any", Forms.CONTRACT))
        .isEqualTo(form);
  }

  @Provide
  Arbitrary<Questionnaire> forms() {
    return Forms.any();
  }
}
