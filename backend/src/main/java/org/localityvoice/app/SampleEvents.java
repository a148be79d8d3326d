package org.localityvoice.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.EventState;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events for the sample area, in the weeks after it was loaded, so that something is on whenever
 * somebody tries the program. They are made by the same services as those of partners.
 */
final class SampleEvents {
  private static final String FILE = "events.yaml";
  private static final Logger LOG = LoggerFactory.getLogger(SampleEvents.class);

  private final Parts parts;
  private final ZoneId zone;
  private final InstantSource clock;

  SampleEvents(Parts parts, ZoneId zone, InstantSource clock) {
    this.parts = parts;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * Makes those that are not there yet. What an earlier start was cut off from goes on; in an area
   * that is not the sample's nothing is made.
   *
   * @param fresh whether the area was loaded just now
   */
  Future<Void> load(boolean fresh) {
    return parts
        .vertx
        .executeBlocking(SampleEvents::read)
        .compose(
            all ->
                missing(all)
                    .compose(
                        missing ->
                            missing.isEmpty() || fresh
                                ? Future.succeededFuture(fresh)
                                : Sample.isThere(parts))
                    .compose(
                        wanted ->
                            wanted
                                // Venues may still be on their way when the import was cut off.
                                ? settled().compose(settled -> begin(all))
                                : Future.succeededFuture()));
  }

  private Future<Void> settled() {
    return parts
        .relay
        .depth()
        .compose(depth -> depth.documents() == 0 ? Future.succeededFuture() : parts.settle());
  }

  /** Ids of events that nobody has begun, or that were never published. */
  private Future<List<String>> missing(JsonNode all) {
    var events = parts.events.events.events();
    List<Future<Optional<String>>> looks = new ArrayList<>();
    all.forEach(
        one -> {
          var id = one.path("id").asText();
          looks.add(
              events
                  .event(id)
                  .map(
                      found ->
                          found.filter(event -> event.state() != EventState.DRAFT).isPresent()
                              ? Optional.empty()
                              : Optional.of(id)));
        });
    return Future.all(looks)
        .map(done -> looks.stream().flatMap(look -> look.result().stream()).toList());
  }

  private Future<Void> begin(JsonNode all) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    var done = Future.<Void>succeededFuture();
    for (var event : all) {
      done = done.compose(before -> begin(event, today)).recover(this::unlessInTheWay);
    }
    return done;
  }

  /** Somebody has planned something since that it would clash with. */
  private Future<Void> unlessInTheWay(Throwable failure) {
    if (failure instanceof Problem problem && problem.type() == ProblemType.CONFLICT) {
      LOG.warn("an event of the sample stays a draft: {}", problem.code());
      return Future.succeededFuture();
    }
    return Future.failedFuture(failure);
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Sample.bytes(FILE).orElseThrow()).path("events");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Future<Void> begin(JsonNode event, LocalDate today) {
    var id = event.path("id").asText();
    var content = event.path("content");
    List<JsonNode> sessions = new ArrayList<>();
    event.path("sessions").forEach(one -> sessions.add(session(id, one, today)));
    var manager =
        new Caller(
            "sample",
            Set.of(Role.NEIGHBOURHOOD_MANAGER),
            Set.of(content.path("locality").asText()),
            Optional.empty());
    return parts.events.work.begin(id, content, sessions, manager);
  }

  /** The body of a request; the file says the day as a weekday so many weeks from now. */
  private static JsonNode session(String event, JsonNode one, LocalDate today) {
    ObjectNode body = one.deepCopy();
    var weekday = DayOfWeek.valueOf(one.path("day").asText().toUpperCase(Locale.ROOT));
    var day =
        today.plusWeeks(one.path("weeks").asLong()).with(TemporalAdjusters.nextOrSame(weekday));
    body.remove(List.of("weeks", "day"));
    body.put("event", event);
    body.put("starts", day + "T" + one.path("starts").asText());
    body.put("ends", day + "T" + one.path("ends").asText());
    return body;
  }
}
