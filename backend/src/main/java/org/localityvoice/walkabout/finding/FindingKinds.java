package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.walkabout.BatchItem;
import org.localityvoice.walkabout.BatchKind;
import org.localityvoice.walkabout.Items;
import org.localityvoice.walkabout.Sender;
import org.localityvoice.walkabout.Verdict;
import org.localityvoice.walkabout.Verdict.Kind;
import org.localityvoice.walkabout.Walkabout;
import org.localityvoice.walkabout.WalkaboutCatalogue;
import org.localityvoice.walkabout.Walkabouts;

/**
 * Takes findings, and edits and removals of them, out of batches. All items about one finding go
 * into its document in one write; findings have nothing to do with each other.
 */
final class FindingKinds implements BatchKind {
  private final FindingStore store;
  private final Walkabouts walkabouts;
  private final Areas areas;
  private final InstantSource clock;
  private final ZoneId zone;

  FindingKinds(
      FindingStore store, Walkabouts walkabouts, Areas areas, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.walkabouts = walkabouts;
    this.areas = areas;
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public Map<String, String> schemas() {
    return Map.of(
        NoteTaking.FINDING, "WalkaboutFindingItem", NoteTaking.EDIT, "WalkaboutFindingEditItem");
  }

  @Override
  public List<String> removable() {
    return List.of(NoteTaking.FINDING);
  }

  @Override
  public Future<List<Verdict>> take(Walkabout walkabout, List<BatchItem> items, Sender sender) {
    return Future.all(walkabouts.catalogue(), areas.area())
        .compose(
            both -> {
              WalkaboutCatalogue catalogue = both.resultAt(0);
              Area area = both.<Optional<Area>>resultAt(1).orElseThrow(Problem::notFound);
              var route =
                  catalogue.route(walkabout.routeId(), walkabout.routeVersion()).orElseThrow();
              var judge = new Judge(catalogue, route, area, zone);
              return new Taking(walkabout, items, sender, judge).run();
            });
  }

  /** One batch of them. */
  private final class Taking {
    private final Walkabout walkabout;
    private final List<BatchItem> items;
    private final Sender sender;
    private final Judge judge;
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    private final Map<Integer, Verdict> verdicts = new TreeMap<>();
    private final Map<String, List<Integer>> groups = new LinkedHashMap<>();

    Taking(Walkabout walkabout, List<BatchItem> items, Sender sender, Judge judge) {
      this.walkabout = walkabout;
      this.items = items;
      this.sender = sender;
      this.judge = judge;
    }

    Future<List<Verdict>> run() {
      for (var i = 0; i < items.size(); i++) {
        var item = items.get(i);
        var faults =
            item.removes() ? List.<org.localityvoice.problem.Violation>of() : judge.faults(item);
        if (faults.isEmpty()) {
          groups.computeIfAbsent(finding(item), any -> new ArrayList<>()).add(i);
        } else {
          verdicts.put(i, Verdict.invalid(faults));
        }
      }
      if (groups.isEmpty()) {
        return done();
      }
      return store
          .find(groups.keySet())
          .compose(
              found -> {
                var there =
                    found.stream().collect(Collectors.toMap(Finding::id, Function.identity()));
                return add(groups.keySet().stream().filter(id -> !there.containsKey(id)).toList())
                    .compose(taken -> change(there, taken));
              })
          .compose(all -> done());
    }

    private Future<List<Verdict>> done() {
      return Future.succeededFuture(List.copyOf(verdicts.values()));
    }

    /** Those that are not there yet, in one write; gives back those that are now. */
    private Future<List<String>> add(List<String> ids) {
      var fresh = new ArrayList<Finding>();
      var told = new HashMap<String, List<Verdict>>();
      for (var id : ids) {
        var empty = Finding.empty(id, walkabout.id(), walkabout.localityId());
        var taken = taken(empty);
        told.put(id, taken.verdicts());
        if (!taken.holder().equals(Notes.EMPTY)) {
          fresh.add(next(empty, taken.holder()));
        } else {
          tell(id, taken.verdicts());
        }
      }
      if (fresh.isEmpty()) {
        return Future.succeededFuture(List.of());
      }
      return store
          .add(fresh)
          .map(
              taken -> {
                var others = new ArrayList<String>();
                for (var i = 0; i < fresh.size(); i++) {
                  var id = fresh.get(i).id();
                  if (taken.contains(i)) {
                    others.add(id);
                  } else {
                    tell(id, Optional.ofNullable(told.get(id)).orElse(List.of()));
                  }
                }
                return others;
              });
    }

    /** Where there is nothing new, nothing is written, nor read again. */
    private Future<Void> change(Map<String, Finding> there, List<String> taken) {
      var ids = new ArrayList<>(taken);
      for (var finding : there.values()) {
        var known = decided(finding);
        if (known instanceof Decision.Keep<Finding, List<Verdict>> keep) {
          tell(finding.id(), keep.answer());
        } else {
          ids.add(finding.id());
        }
      }
      var done = Future.<Void>succeededFuture();
      for (var id : ids) {
        done = done.compose(before -> change(id));
      }
      return done;
    }

    private Future<Void> change(String id) {
      return store
          .change(id, this::decided)
          .map(
              told -> {
                tell(id, told);
                return null;
              });
    }

    private Decision<Finding, List<Verdict>> decided(Finding found) {
      if (!found.walkabout().equals(walkabout.id())) {
        return Decision.keep(elsewhere(found.id()));
      }
      var taken = taken(found);
      return taken.holder().equals(found.notes())
          ? Decision.keep(taken.verdicts())
          : Decision.replace(next(found, taken.holder()), taken.verdicts());
    }

    /** The finding of that id belongs to another walkabout. */
    private List<Verdict> elsewhere(String id) {
      return of(id).stream()
          .map(
              item ->
                  item.kind().equals(NoteTaking.FINDING)
                      ? Verdict.of(Kind.CONTENT_MISMATCH)
                      : Verdict.invalid("/payload", "unknown-finding"))
          .toList();
    }

    private List<BatchItem> of(String id) {
      return Optional.ofNullable(groups.get(id)).orElse(List.of()).stream()
          .map(items::get)
          .toList();
    }

    private Items.Taken<Notes> taken(Finding finding) {
      return new NoteTaking(finding.id(), sender, now).take(finding.notes(), of(finding.id()));
    }

    private Finding next(Finding finding, Notes notes) {
      var seen = judge.seen(notes, now);
      var effects = new ArrayList<Outgoing>();
      if (!finding.shown() && seen.isPresent()) {
        effects.add(FindingEffect.toReport(finding.id()));
      }
      if (differ(notes) > differ(finding.notes())) {
        effects.add(FindingEffect.toManagers(FindingEffect.DIFFER, finding, now));
      }
      return finding.with(notes, seen, effects, now);
    }

    private int differ(Notes notes) {
      return notes.fields(now).proposals().size();
    }

    private void tell(String id, List<Verdict> told) {
      var where = Optional.ofNullable(groups.get(id)).orElse(List.of());
      for (var i = 0; i < where.size(); i++) {
        verdicts.put(where.get(i), told.get(i));
      }
    }
  }

  /** The finding that an item is about. */
  private static String finding(BatchItem item) {
    if (item.removes()) {
      return item.payload().path("item").asText();
    }
    return item.kind().equals(NoteTaking.FINDING)
        ? item.id()
        : item.payload().path(NoteTaking.FINDING).asText();
  }
}
