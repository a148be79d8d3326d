package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.identity.Caller;
import org.localityvoice.walkabout.Verdict.Kind;

/**
 * Takes batches. Items go to whoever keeps what they become, those of one walkabout and one keeper
 * together. Keepers promise that it makes no difference how often and in which order that happens
 * ({@link BatchKind}), so a batch that was cut off anywhere is simply sent again.
 */
final class BatchService {
  private final WalkaboutStore store;
  private final List<BatchKind> keepers;

  BatchService(WalkaboutStore store, List<BatchKind> keepers) {
    this.store = store;
    this.keepers = List.copyOf(keepers);
  }

  /** Where an item came in its batch. */
  private record Placed(int index, BatchItem item) {}

  /** The verdicts on items, each by its place in the list; of what is not there, none. */
  Future<Map<Integer, Verdict>> take(Map<Integer, BatchItem> items, Caller caller) {
    Map<Integer, Verdict> verdicts = new TreeMap<>();
    var ids = items.values().stream().map(BatchItem::walkabout).distinct().toList();
    return store
        .outlines(ids)
        .compose(
            found -> {
              var open =
                  found.stream()
                      .filter(one -> WalkaboutAccess.walks(caller, one.localityId()))
                      .collect(Collectors.toMap(Walkabout::id, Function.identity()));
              var groups = new LinkedHashMap<Walkabout, List<Placed>>();
              items.forEach(
                  (index, item) ->
                      Optional.ofNullable(open.get(item.walkabout()))
                          .ifPresentOrElse(
                              walkabout ->
                                  groups
                                      .computeIfAbsent(walkabout, any -> new ArrayList<>())
                                      .add(new Placed(index, item)),
                              () ->
                                  verdicts.put(
                                      index, Verdict.invalid("/walkabout", "unknown-walkabout"))));
              var done = Future.<Void>succeededFuture();
              for (var group : groups.entrySet()) {
                done =
                    done.compose(
                        before -> take(group.getKey(), group.getValue(), caller, verdicts));
              }
              return done.map(all -> verdicts);
            });
  }

  private Future<Void> take(
      Walkabout walkabout, List<Placed> items, Caller caller, Map<Integer, Verdict> verdicts) {
    var sender = WalkaboutAccess.sender(caller, walkabout.localityId());
    var done = Future.<Void>succeededFuture();
    for (var keeper : keepers) {
      var its = items.stream().filter(one -> takes(keeper, one.item())).toList();
      if (!its.isEmpty()) {
        done =
            done.compose(
                    before ->
                        keeper.take(walkabout, its.stream().map(Placed::item).toList(), sender))
                .map(
                    told -> {
                      for (var i = 0; i < told.size(); i++) {
                        verdicts.put(its.get(i).index(), told.get(i));
                      }
                      return null;
                    });
      }
    }
    return done.map(
        all -> {
          items.forEach(
              one -> verdicts.putIfAbsent(one.index(), Verdict.invalid("/payload/kind", "stays")));
          return null;
        });
  }

  private static boolean takes(BatchKind keeper, BatchItem item) {
    return item.removes()
        ? keeper.removable().contains(item.handledAs())
        : keeper.schemas().containsKey(item.kind());
  }

  /** The verdict on an item that came in two versions. */
  static Verdict twofold() {
    return Verdict.of(Kind.CONTENT_MISMATCH);
  }
}
