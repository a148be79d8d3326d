package org.localityvoice.perception;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.localityvoice.perception.Ledger.CellCount;
import org.localityvoice.perception.Ledger.Cells;
import org.localityvoice.perception.Ledger.Entry;
import org.localityvoice.perception.Ledger.GroupTreatment;
import org.localityvoice.perception.Ledger.Row;
import org.localityvoice.perception.disclosure.Count;
import org.localityvoice.perception.disclosure.Counted;
import org.localityvoice.perception.disclosure.Group;
import org.localityvoice.perception.disclosure.Pattern;
import org.localityvoice.perception.disclosure.Told;
import org.localityvoice.perception.disclosure.Treatment;

/** What is told of a wave, as it is written into the ledger and read from it. */
final class Entries {
  private Entries() {}

  static Told told(Entry entry) {
    var treatments = new HashMap<String, Map<String, Treatment>>();
    for (var row : entry.rows()) {
      var byGroup = new HashMap<String, Treatment>();
      row.treatments().forEach(one -> byGroup.put(one.group(), Treatment.valueOf(one.treatment())));
      treatments.put(row.question(), byGroup);
    }
    return new Told(
        entry.release(),
        entry.boundarySet(),
        entry.groups().stream()
            .map(group -> new Group(group.group(), new HashSet<>(group.cells())))
            .toList(),
        entry.rows().stream().map(Entries::counted).toList(),
        new Pattern(treatments));
  }

  private static Counted counted(Row row) {
    var counts = new HashMap<String, Count>();
    row.counts().forEach(one -> counts.put(one.cell(), new Count(one.positives(), one.others())));
    return new Counted(row.question(), counts, Map.of());
  }

  static Entry entry(Told told, List<GroupFigure> figures, Ledger.AuditResult audit) {
    return new Entry(
        told.id(),
        null,
        told.boundarySet(),
        told.groups().stream()
            .map(group -> new Cells(group.id(), group.cells().stream().sorted().toList()))
            .toList(),
        told.questions().stream().map(question -> row(told, question)).toList(),
        figures,
        audit);
  }

  private static Row row(Told told, Counted question) {
    return new Row(
        question.question(),
        question.cells().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                one ->
                    new CellCount(
                        one.getKey(), one.getValue().positives(), one.getValue().others()))
            .toList(),
        told.groups().stream()
            .map(
                group ->
                    new GroupTreatment(
                        group.id(), told.pattern().of(question.question(), group.id()).name()))
            .toList());
  }
}
