package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.locality.Remembered;

/** The way in for those who pass on what is published. Drafts are not to be had here. */
public final class OpenDirectory {
  /** How long an index is used; one's own changes are in the next one at once. */
  static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final int BATCH = 500;

  private final DirectoryStores stores;
  private final Taxonomies taxonomies;
  private final Postcodes postcodes;
  private final Remembered<OpenIndex> index;
  private final AtomicLong readings = new AtomicLong();

  OpenDirectory(
      DirectoryStores stores, Taxonomies taxonomies, Postcodes postcodes, InstantSource clock) {
    this.stores = stores;
    this.taxonomies = taxonomies;
    this.postcodes = postcodes;
    index = new Remembered<>(clock, REMEMBERED, () -> read().map(Optional::of));
  }

  /** To be called after a change. */
  void forget() {
    index.forget();
  }

  /** Everything that is published, to choose from. */
  public Future<OpenIndex> index() {
    return index.get().map(found -> found.orElseGet(() -> new OpenIndex(0, List.of(), Map.of())));
  }

  private Future<OpenIndex> read() {
    var rows = new ArrayList<OpenRow>();
    return taxonomies
        .get()
        .compose(needs -> read(needs, "", rows))
        .compose(
            done -> {
              var ids = new LinkedHashSet<String>();
              rows.forEach(row -> ids.addAll(row.locations()));
              return locations(List.copyOf(ids), new ArrayList<>());
            })
        .map(
            places -> {
              var points = new HashMap<String, Point>();
              for (var one : places) {
                var place = one.place();
                if (place != null) {
                  points.put(one.id(), place);
                }
              }
              return new OpenIndex(readings.incrementAndGet(), rows, points);
            });
  }

  private Future<Void> read(Needs needs, String after, List<OpenRow> rows) {
    return stores
        .services()
        .published(after, BATCH)
        .compose(
            batch -> {
              batch.forEach(one -> rows.add(row(one, needs)));
              return batch.size() < BATCH
                  ? Future.succeededFuture()
                  : read(needs, batch.get(batch.size() - 1).id(), rows);
            });
  }

  private Future<List<Location>> locations(List<String> ids, List<Location> found) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(found);
    }
    var some = ids.subList(0, Math.min(BATCH, ids.size()));
    return stores
        .locations()
        .all(some)
        .compose(
            batch -> {
              found.addAll(batch);
              return locations(ids.subList(some.size(), ids.size()), found);
            });
  }

  private static OpenRow row(Provision service, Needs needs) {
    var content = service.content();
    var terms =
        content.needs().stream()
            .flatMap(id -> needs.upwards(id).stream())
            .map(Term::id)
            .collect(Collectors.toSet());
    return new OpenRow(
        service.id(),
        content.ages(),
        content.openings(),
        terms,
        terms.stream().flatMap(id -> needs.home(id).stream()).collect(Collectors.toSet()),
        Token.wordsIn(service.found().tokens()),
        content.locations(),
        content.areas());
  }

  /** The words of a search, to be compared with those of {@link OpenRow}. */
  public static Set<String> words(String text) {
    return Words.of(text);
  }

  /** Those of these services that are published now, in the order of the ids. */
  public Future<List<OpenProvision>> services(List<String> ids) {
    return stores
        .services()
        .entries()
        .all(ids)
        .compose(
            found -> {
              var shown = found.stream().filter(Provision::published).toList();
              var who = each(shown, one -> List.of(one.content().organisation()));
              var where = each(shown, one -> one.content().locations());
              return Future.all(
                      stores.organisations().all(who),
                      locations(where, new ArrayList<>()),
                      taxonomies.get())
                  .map(
                      all ->
                          whole(
                              ids,
                              byId(shown),
                              byId(all.<List<Organisation>>resultAt(0)),
                              byId(all.<List<Location>>resultAt(1)),
                              all.resultAt(2)));
            });
  }

  private static List<String> each(List<Provision> all, Function<Provision, List<String>> refers) {
    return all.stream().flatMap(one -> refers.apply(one).stream()).distinct().toList();
  }

  private static <T extends Entry<?>> Map<String, T> byId(Collection<T> all) {
    return all.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
  }

  private static List<OpenProvision> whole(
      List<String> ids,
      Map<String, Provision> services,
      Map<String, Organisation> organisations,
      Map<String, Location> locations,
      Needs needs) {
    var whole = new ArrayList<OpenProvision>();
    for (var id : ids) {
      var service = services.get(id);
      if (service == null) {
        continue;
      }
      var content = service.content();
      var organisation = organisations.get(content.organisation());
      if (organisation == null) {
        continue;
      }
      whole.add(
          new OpenProvision(
              service,
              organisation,
              content.locations().stream()
                  .flatMap(one -> Optional.ofNullable(locations.get(one)).stream())
                  .toList(),
              content.needs().stream().flatMap(one -> needs.term(one).stream()).toList()));
    }
    return whole;
  }

  /** The lists of needs, by their ids. */
  public Future<List<Taxonomy>> taxonomies() {
    return taxonomies.get().map(Needs::taxonomies);
  }

  /** Where a postcode is, if the directory knows it. */
  public Future<Optional<Point>> postcode(String text) {
    return postcodes.find(text);
  }
}
