package org.localityvoice.locality;

import java.util.ArrayList;
import java.util.List;

/** What the schema cannot say of ready-made replies. Pure. */
final class TemplateChecks {
  private TemplateChecks() {}

  static List<Fault> check(Reporting reporting, String list) {
    var templates = reporting.templates();
    var faults =
        new ArrayList<>(ReportingSection.twice(list, "/id", templates, ResponseTemplate::id));
    for (var i = 0; i < templates.size(); i++) {
      var template = templates.get(i);
      var category = template.category();
      if (category != null && reporting.category(category).isEmpty()) {
        faults.add(
            Fault.at(
                list + "/" + i + "/category",
                "names no category of this file: “" + category + "”"));
      }
      slots(template.text(), list + "/" + i + "/text", faults);
    }
    return faults;
  }

  private static void slots(Text text, String place, List<Fault> faults) {
    var english = ResponseTemplate.slots(text.in(Text.ENGLISH));
    english.retainAll(ResponseTemplate.SLOTS);
    text.byLanguage()
        .forEach(
            (language, sentence) -> {
              var at = place + "/" + language;
              var slots = ResponseTemplate.slots(sentence);
              slots.stream()
                  .filter(slot -> !ResponseTemplate.SLOTS.contains(slot))
                  .forEach(slot -> faults.add(Fault.at(at, "has an unknown slot: {" + slot + "}")));
              english.stream()
                  .filter(slot -> !slots.contains(slot))
                  .forEach(
                      slot ->
                          faults.add(
                              Fault.at(at, "lacks a slot that English has: {" + slot + "}")));
              slots.stream()
                  .filter(slot -> !english.contains(slot) && ResponseTemplate.SLOTS.contains(slot))
                  .forEach(
                      slot ->
                          faults.add(
                              Fault.at(at, "has a slot that English lacks: {" + slot + "}")));
            });
  }
}
