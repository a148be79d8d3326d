package org.localityvoice.mongo.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the index for a query. */
final class Planner {
  private static final int MOST_RUNS = 1_000;

  private final Bounds bounds;
  private final List<Entries.Field> order;
  private final int wanted;

  private Planner(Query query) {
    this.bounds = Bounds.of(query.filter());
    this.order = query.order();
    this.wanted = query.limit() == 0 ? 0 : query.skip() + query.limit();
  }

  /**
   * The best plan, or none when reading all documents is as good.
   *
   * @param total how many documents there are
   */
  static Optional<Plan> choose(List<StoreIndex> indexes, Query query, long total) {
    if (query.filter().isEmpty() && query.orderBy().isEmpty()) {
      return Optional.empty();
    }
    Planner planner = new Planner(query);
    List<Plan> plans = new ArrayList<>();
    for (StoreIndex index : indexes) {
      Optional<Plan> plan = planner.plan(index);
      if (plan.isPresent() && index.isUnique() && plan.get().equal() == index.fields().size()) {
        return plan;
      }
      plan.ifPresent(plans::add);
    }
    return plans.size() == 1 && plans.get(0).equal() > 0
        ? Optional.of(plans.get(0))
        : planner.cheapest(plans, total);
  }

  private Optional<Plan> cheapest(List<Plan> plans, long total) {
    long[] sizes = plans.stream().mapToLong(Plan::size).toArray();
    long matches = Math.max(1, Arrays.stream(sizes).min().orElse(total));
    Optional<Plan> best = Optional.empty();
    // A scan reads documents in their order, which is cheaper than looking each up.
    double least = total * (order.isEmpty() ? 0.5 : 1.0);
    for (int i = 0; i < sizes.length; i++) {
      Plan plan = plans.get(i);
      double cost = sizes[i] * (plan.sorted() || order.isEmpty() ? 1.0 : 1.5);
      if (plan.sorted() && wanted > 0) {
        // How far to read in order until enough match; matches may lie unevenly.
        double unevenness = plan.equal() > 0 ? 1 : 4;
        cost = Math.min(cost, unevenness * wanted * sizes[i] / matches);
      }
      if (cost < least) {
        least = cost;
        best = Optional.of(plan);
      }
    }
    return best;
  }

  /** How one index would serve the query, if it can. */
  private Optional<Plan> plan(StoreIndex index) {
    if (index.fields().stream().anyMatch(Entries.Field::isPositional)) {
      return Optional.empty();
    }
    List<Key> prefixes = List.of(Key.EMPTY);
    boolean bound = false;
    boolean findsAll = !index.leavesOut();
    int equal = 0;
    int single = 0;
    List<Plan.Run> runs = null;
    while (equal < index.fields().size() && runs == null) {
      Entries.Field field = index.fields().get(equal);
      Optional<List<Interval>> demanded = bounds.on(field.path(), index.isRegular(equal));
      if (demanded.isEmpty()) {
        break;
      }
      bound = true;
      findsAll |= demanded.get().stream().noneMatch(interval -> interval.contains(Keys.NULL));
      List<Interval> intervals = demanded.get().stream().map(field::directed).toList();
      if (prefixes.size() * (long) intervals.size() > MOST_RUNS && prefixes.size() > 1) {
        break;
      } else if (!intervals.stream().allMatch(Interval::isPoint)) {
        runs = ranges(prefixes, intervals);
      } else {
        single += single == equal && intervals.size() == 1 ? 1 : 0;
        prefixes = product(prefixes, intervals);
        equal++;
      }
    }
    if (!findsAll) {
      return Optional.empty();
    }
    Optional<Boolean> direction = direction(index, equal, single);
    if (!bound && direction.isEmpty()) {
      return Optional.empty();
    }
    // When the order begins inside the bound fields, whole entries are compared.
    boolean whole = direction.isPresent() && single < equal && beginsAt(index, single);
    List<Plan.Run> found =
        runs != null ? runs : ranges(prefixes, List.of(Interval.point(Key.EMPTY)));
    if (whole) {
      found = found.stream().map(run -> new Plan.Run(run.from(), run.to(), 0)).toList();
    }
    return Optional.of(
        new Plan(
            index,
            found,
            equal,
            direction.isPresent() && !order.isEmpty(),
            direction.orElse(false)));
  }

  private static List<Plan.Run> ranges(List<Key> prefixes, List<Interval> intervals) {
    List<Plan.Run> runs = new ArrayList<>();
    for (Key prefix : prefixes) {
      for (Interval interval : intervals) {
        runs.add(
            new Plan.Run(
                prefix.then(interval.low()),
                prefix.then(interval.high()).afterAll(),
                prefix.length()));
      }
    }
    return runs;
  }

  private static List<Key> product(List<Key> prefixes, List<Interval> points) {
    List<Key> result = new ArrayList<>();
    for (Key prefix : prefixes) {
      for (Interval point : points) {
        result.add(prefix.then(point.low()));
      }
    }
    return result;
  }

  /** Whether to read backwards to get the order asked for; empty when the index has another. */
  private Optional<Boolean> direction(StoreIndex index, int equal, int single) {
    if (order.isEmpty()) {
      return Optional.empty();
    }
    int at = beginsAt(index, single) ? single : equal;
    Optional<Boolean> reverse = Optional.empty();
    for (Entries.Field wish : order) {
      if (isFixed(index, wish.path())) {
        continue;
      }
      // Fields before may hold arrays: for each of their values the entries stand in this order.
      if (at == index.fields().size()
          || !index.fields().get(at).path().equals(wish.path())
          || !index.isRegular(at)) {
        return Optional.empty();
      }
      boolean backwards = index.fields().get(at).ascending() != wish.ascending();
      if (reverse.isPresent() && reverse.get() != backwards) {
        return Optional.empty();
      }
      reverse = Optional.of(backwards);
      at++;
    }
    return reverse.or(() -> Optional.of(false));
  }

  private boolean beginsAt(StoreIndex index, int field) {
    return field < index.fields().size()
        && order.stream()
            .map(Entries.Field::path)
            .filter(path -> !isFixed(index, path))
            .findFirst()
            .filter(index.fields().get(field).path()::equals)
            .isPresent();
  }

  /** Whether all matches have the same value there, so that it does not matter for the order. */
  private boolean isFixed(StoreIndex index, String path) {
    return IntStream.range(0, index.fields().size())
        .filter(at -> index.fields().get(at).path().equals(path))
        .anyMatch(
            at ->
                index.isRegular(at)
                    && bounds
                        .on(path, true)
                        .filter(intervals -> intervals.size() == 1 && intervals.get(0).isPoint())
                        .isPresent());
  }
}
