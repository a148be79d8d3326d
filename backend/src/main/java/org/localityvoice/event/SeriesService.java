package org.localityvoice.event;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localityvoice.event.Event.SeriesMade;
import org.localityvoice.event.NewSessions.Fresh;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Expands series into sessions. The event first remembers the series, by which a retry is known;
 * then the sessions are made that are not there, so that a retry also goes on where the first try
 * was cut off.
 */
final class SeriesService {
  private static final int MOST_SERIES = 60;

  private final EventStore events;
  private final SessionStore sessions;
  private final EventCatalogues catalogues;
  private final NewSessions making;
  private final InstantSource clock;
  private final ZoneId zone;

  SeriesService(
      EventStore events,
      SessionStore sessions,
      EventCatalogues catalogues,
      NewSessions making,
      InstantSource clock,
      ZoneId zone) {
    this.events = events;
    this.sessions = sessions;
    this.catalogues = catalogues;
    this.making = making;
    this.clock = clock;
    this.zone = zone;
  }

  /** Makes the sessions of a series; all of them as they are now. */
  Future<List<Session>> expand(Event event, Series series, Caller caller) {
    return catalogues
        .get()
        .compose(
            catalogue -> {
              check(series, catalogue);
              return remember(event.id(), series);
            })
        .compose(known -> missing(known, series))
        .compose(
            made ->
                making
                    .create(made.event(), made.missing(), caller)
                    .recover(
                        failure ->
                            forget(made, series).compose(gone -> Future.failedFuture(failure)))
                    .map(made))
        .compose(made -> sessions.all(ids(made.event(), series)))
        .map(
            all ->
                all.stream()
                    .sorted(Comparator.comparing(Session::startsAt).thenComparing(Session::id))
                    .toList());
  }

  private void check(Series series, EventCatalogue catalogue) {
    if (series.days().isEmpty()) {
      throw Problem.invalid(List.of(Violation.at("", "no-days")));
    }
    if (series.days().size() > Series.MOST_DAYS) {
      throw Problem.invalid(List.of(Violation.at("", "too-many-days", Series.MOST_DAYS)));
    }
    var setUp =
        catalogue
            .venue(series.venueId())
            .flatMap(venue -> venue.space(series.spaceId()))
            .map(Venue.Space::setUp)
            .orElse(Duration.ZERO);
    Optional<Slot> before = Optional.empty();
    for (var day : series.days()) {
      var slot = series.slot(day, zone);
      if (before.filter(one -> slot.startsAt().minus(setUp).isBefore(one.endsAt())).isPresent()) {
        throw Problem.invalid(List.of(Violation.at("/ends", "days-overlap")));
      }
      before = Optional.of(slot);
    }
  }

  private Future<Event> remember(String id, Series series) {
    var made = new SeriesMade(series.id(), series.digest());
    return events.change(
        id,
        event -> {
          var known =
              event.series().stream().filter(one -> one.id().equals(series.id())).findFirst();
          if (known.filter(one -> !one.equals(made)).isPresent()) {
            throw Problem.conflict("series-id-taken");
          }
          if (event.state() == EventState.CANCELLED) {
            throw Problem.conflict("event-cancelled");
          }
          if (known.isPresent()) {
            return Decision.keep(event);
          }
          if (event.series().size() >= MOST_SERIES) {
            throw Problem.conflict("too-many-series", MOST_SERIES);
          }
          var next = event.with(made, now());
          return Decision.replace(next, next);
        });
  }

  /** What was refused before there was any session of it may come again with other days. */
  private Future<Void> forget(Made made, Series series) {
    if (made.missing().size() < series.days().size()) {
      return Future.succeededFuture();
    }
    return sessions
        .all(ids(made.event(), series))
        .compose(
            found ->
                found.isEmpty()
                    ? events
                        .change(
                            made.event().id(),
                            event -> Decision.replace(event.without(series.id(), now()), true))
                        .mapEmpty()
                    : Future.succeededFuture());
  }

  private record Made(Event event, List<Fresh> missing) {}

  private Future<Made> missing(Event event, Series series) {
    return sessions
        .all(ids(event, series))
        .map(
            found -> {
              var there =
                  found.stream().map(Session::id).collect(Collectors.toCollection(HashSet::new));
              var missing =
                  series.days().stream()
                      .map(day -> fresh(event, series, day))
                      .filter(one -> !there.contains(one.id()))
                      .toList();
              return new Made(event, missing);
            });
  }

  private Fresh fresh(Event event, Series series, LocalDate day) {
    return new Fresh(
        series.sessionId(event.id(), day), new Plan(series.slot(day, zone), series.terms()));
  }

  private static List<String> ids(Event event, Series series) {
    return series.days().stream().map(day -> series.sessionId(event.id(), day)).toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
