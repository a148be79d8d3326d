package org.localityvoice.pmf.catalogue;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.identity.SecondPerson;
import org.localityvoice.identity.Signatory;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.OddCharacters;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.pmf.catalogue.CouncilValue.Entry;
import org.localityvoice.pmf.catalogue.CouncilValue.State;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Recording figures of the council, and publishing them by a second person. */
final class CouncilValueService {
  private static final Set<Role> ROLES =
      Set.of(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);

  /** Before this year no figure of the framework can be. */
  private static final int EARLIEST = 2000;

  private static final SecondPerson<State> RULE =
      new SecondPerson<>(State.RECORDED, State.PUBLISHED, "measure-value-decided");

  private final CouncilValueStore store;
  private final CatalogueStore catalogue;
  private final Areas areas;
  private final InstantSource clock;

  CouncilValueService(
      CouncilValueStore store, CatalogueStore catalogue, Areas areas, InstantSource clock) {
    this.store = store;
    this.catalogue = catalogue;
    this.areas = areas;
    this.clock = clock;
  }

  /** Records a value; the same one again for the same id. */
  Future<CouncilValue> record(String localityId, Entry entry, Caller caller) {
    caller.mustWorkIn(localityId);
    var by = caller.signing(ROLES);
    return store
        .find(entry.id())
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(same(known.get(), localityId, entry, by))
                    : fresh(localityId, entry, by));
  }

  private static CouncilValue same(CouncilValue known, String locality, Entry entry, Signatory by) {
    if (!known.is(locality, entry, by)) {
      throw Problem.conflict("measure-value-id-taken");
    }
    return known;
  }

  private Future<CouncilValue> fresh(String localityId, Entry entry, Signatory by) {
    return Future.all(areas.area(), catalogue.read())
        .compose(
            both -> {
              Optional<Area> found = both.resultAt(0);
              var area = found.orElseThrow(Problem::notFound);
              if (area.locality(localityId).isEmpty()) {
                throw Problem.notFound();
              }
              check(entry, both.resultAt(1), today(area));
              return store.latest(localityId, entry.measure(), entry.period());
            })
        .compose(
            last -> {
              if (last.isPresent() && last.get().id().equals(entry.id())) {
                // Our own retry was faster.
                return Future.succeededFuture(same(last.get(), localityId, entry, by));
              }
              var next = next(localityId, entry, last, by);
              return store.add(next).compose(added -> mine(next, entry, added, by));
            });
  }

  private LocalDate today(Area area) {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(area.timeZone()));
  }

  private static void check(Entry entry, Catalogue catalogue, LocalDate today) {
    var violations = new ArrayList<Violation>();
    var measure = catalogue.measure(entry.measure());
    if (measure.isEmpty()) {
      violations.add(Violation.at("/measure", "no-such-measure"));
    } else if (!measure.get().entered()) {
      violations.add(Violation.at("/measure", "measure-not-entered"));
    } else {
      UnitBounds.of(measure.get().unit())
          .broken(entry.value())
          .ifPresent(bound -> violations.add(bound.at("/value")));
    }
    OddCharacters.fault(entry.source(), "/source").ifPresent(violations::add);
    var quarter = new Quarter(entry.period());
    if (!quarter.to().isBefore(today)) {
      violations.add(Violation.at("/period", "period-not-over"));
    } else if (quarter.to().getYear() < EARLIEST) {
      violations.add(Violation.at("/period", "period-too-early", String.valueOf(EARLIEST)));
    }
    if (LocalDate.parse(entry.asOf()).isAfter(today)) {
      violations.add(Violation.at("/asOf", "date-to-come"));
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
  }

  private CouncilValue next(
      String localityId, Entry entry, Optional<CouncilValue> last, Signatory by) {
    last.ifPresent(
        before -> {
          if (before.state() == State.RECORDED) {
            throw Problem.conflict("measure-value-already-recorded");
          }
        });
    return CouncilValue.recorded(
        localityId,
        entry,
        last.map(CouncilValue::revision).orElse(0) + 1,
        by,
        clock.instant().truncatedTo(ChronoUnit.SECONDS));
  }

  /** When somebody was faster, it is our own retry, or another value. */
  private Future<CouncilValue> mine(CouncilValue next, Entry entry, boolean added, Signatory by) {
    if (added) {
      return Future.succeededFuture(next);
    }
    return store
        .find(next.id())
        .map(
            found ->
                same(
                    found.orElseThrow(() -> Problem.conflict("measure-value-already-recorded")),
                    next.locality(),
                    entry,
                    by));
  }

  /** Publishes a recorded value, by a second person; a published one stays as it is. */
  Future<CouncilValue> approve(String id, Caller caller) {
    return decide(id, State.PUBLISHED, caller);
  }

  /** Refuses a recorded value, or takes one's own back; a refused one stays as it is. */
  Future<CouncilValue> refuse(String id, Caller caller) {
    return decide(id, State.REFUSED, caller);
  }

  private Future<CouncilValue> decide(String id, State wanted, Caller caller) {
    return Future.all(store.find(id), catalogue.read())
        .compose(
            both -> {
              Optional<CouncilValue> found = both.resultAt(0);
              Catalogue measures = both.resultAt(1);
              caller.mustWorkIn(found.orElseThrow(Problem::notFound).locality());
              return store.change(
                  id, value -> decided(value, wanted, measures, caller.signing(ROLES)));
            });
  }

  private Decision<CouncilValue, CouncilValue> decided(
      CouncilValue value, State wanted, Catalogue measures, Signatory by) {
    if (!RULE.mayDecide(value.state(), wanted, value.recorder(), by)) {
      return Decision.keep(value);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var next = value.decided(wanted, by, effects(value, wanted, measures, by, now), now);
    return Decision.replace(next, next);
  }

  private static List<Outgoing> effects(
      CouncilValue value, State wanted, Catalogue measures, Signatory by, Instant now) {
    if (wanted != State.PUBLISHED) {
      return List.of();
    }
    var measure =
        measures
            .measure(value.measure())
            .filter(CatalogueMeasure::entered)
            // The catalogue may have changed since.
            .filter(one -> UnitBounds.of(one.unit()).broken(value.value()).isEmpty())
            .orElseThrow(() -> Problem.conflict("measure-value-without-measure"));
    return List.of(CouncilPayload.of(value, measure, by.role(), now));
  }

  /** The latest values of a locality, newest period first. */
  Future<List<CouncilValue>> of(String localityId, Caller caller) {
    caller.mustWorkIn(localityId);
    return store.of(localityId);
  }
}
