package org.localityvoice.walkabout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.localityvoice.walkabout.Items.Rules;
import org.localityvoice.walkabout.Items.Step;
import org.localityvoice.walkabout.Items.Taken;
import org.localityvoice.walkabout.Verdict.Kind;
import org.localityvoice.walkabout.grading.Grade;

/**
 * Takes items into a walkabout's record. Pure. Whatever the order, the number of requests and the
 * repetitions in which the same items come, the record ends up the same, but for our own clock and
 * count. That is so because the record is a set of items: whether one is taken depends on the route
 * and on the item alone, never on what came before, and what is made of them is worked out from the
 * whole set.
 */
final class Taking implements Rules<WalkRecord> {
  /** More in one walkabout than sixty transects, eleven elements and a handful of graders make. */
  static final int MOST = 4_000;

  /**
   * More notes of when it began and ended and who took part than a handful of devices make. Each of
   * them may have seen any other, so working the fields out of them takes the square of their
   * number, whenever anybody looks.
   */
  static final int MOST_NOTES = 200;

  private static final String TRANSECT = "transect";
  private static final String ELEMENT = "element";

  private final Route route;
  private final WalkaboutCatalogue catalogue;
  private final Sender sender;
  private final Instant now;

  Taking(Route route, WalkaboutCatalogue catalogue, Sender sender, Instant now) {
    this.route = route;
    this.catalogue = catalogue;
    this.sender = sender;
    this.now = now;
  }

  /** Takes items of the kinds {@code grade} and {@code walkabout}, and what takes those back. */
  Taken<WalkRecord> take(WalkRecord before, List<BatchItem> items) {
    return Items.take(this, before, items, sender);
  }

  @Override
  public Optional<String> digest(WalkRecord record, String id) {
    return record.digest(id);
  }

  @Override
  public Step<WalkRecord> step(
      WalkRecord record, WalkRecord before, BatchItem item, String digest) {
    if (item.removes()) {
      return remove(record, item, digest);
    }
    if (record.grades().size() + record.notes().size() + record.removed().size() >= MOST) {
      return new Step<>(record, Verdict.invalid("", "too-many-items", MOST));
    }
    if (item.kind().equals("grade")) {
      return grade(record, item, digest);
    }
    return record.notes().size() >= MOST_NOTES
        ? new Step<>(record, Verdict.invalid("", "too-many-items", MOST_NOTES))
        : note(record, before, item, digest);
  }

  private Step<WalkRecord> grade(WalkRecord record, BatchItem item, String digest) {
    var payload = item.payload();
    var fault = fault(payload);
    if (fault.isPresent()) {
      return new Step<>(record, fault.get());
    }
    if (record.tookBack(item.id(), sender.uid())) {
      return new Step<>(record, Verdict.of(Kind.DELETED));
    }
    var grade =
        new TransectGrade(
            item.id(),
            digest,
            payload.path(TRANSECT).asText(),
            payload.path(ELEMENT).asText(),
            Grade.of(payload.path("grade").asText()).orElseThrow(),
            payload.path("corrects").textValue(),
            sender.uid(),
            item.deviceTime(),
            now);
    return new Step<>(record.with(grade), Verdict.of(Kind.CREATED));
  }

  private Optional<Verdict> fault(JsonNode payload) {
    if (route.transect(payload.path(TRANSECT).asText()).isEmpty()) {
      return Optional.of(Verdict.invalid("/payload/transect", "unknown-transect"));
    }
    var element = catalogue.element(payload.path(ELEMENT).asText());
    if (element.isEmpty()) {
      return Optional.of(Verdict.invalid("/payload/element", "unknown-element"));
    }
    var applies = Grade.of(payload.path("grade").asText()).orElseThrow().applies();
    return applies || element.get().mayNotApply()
        ? Optional.empty()
        : Optional.of(Verdict.invalid("/payload/grade", "always-applies"));
  }

  private Step<WalkRecord> note(
      WalkRecord record, WalkRecord before, BatchItem item, String digest) {
    if (item.base() > before.noted()) {
      return new Step<>(record, Verdict.invalid("/baseVersion", "unknown-version"));
    }
    var values = new TreeMap<String, String>();
    item.payload()
        .properties()
        .forEach(field -> values.put(field.getKey(), Canonical.text(field.getValue())));
    var note =
        new Edit(
            item.id(),
            digest,
            sender.uid(),
            item.deviceTime(),
            now,
            record.noted() + 1,
            item.base(),
            item.after().orElse(null),
            values);
    return new Step<>(record.with(note), Verdict.of(Kind.CREATED));
  }

  private Step<WalkRecord> remove(WalkRecord record, BatchItem item, String digest) {
    if (record.removed().size() >= MOST) {
      return new Step<>(record, Verdict.invalid("", "too-many-items", MOST));
    }
    var target = item.payload().path("item").asText();
    var stone =
        new Tombstone(
            item.id(), digest, target, sender.uid(), sender.manager(), item.deviceTime(), now);
    var there = record.grade(target);
    return there.isPresent() && !stone.covers(there.get().by())
        ? new Step<>(record, Verdict.invalid("/payload/item", "not-yours"))
        : new Step<>(record.with(stone), Verdict.of(Kind.CREATED));
  }

  @Override
  public Verdict told(WalkRecord record, String id, WalkRecord before) {
    var grade = record.grade(id);
    if (grade.isPresent()) {
      var corrects = grade.get().corrects();
      var there =
          corrects == null
              || record.grade(corrects).isPresent()
              || record.gone().contains(corrects);
      return there ? Verdict.of(Kind.CREATED) : Verdict.held(String.valueOf(corrects));
    }
    return record.notes().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(note -> Verdicts.of(note, record.notes(), Set.of(), before.noted(), now))
        .orElseGet(() -> Verdict.of(Kind.DELETED));
  }
}
