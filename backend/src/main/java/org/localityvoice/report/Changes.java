package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.localityvoice.mongo.Decision;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;

/** The one way in which a stored report becomes its next version. */
final class Changes {
  private final ReportStore store;
  private final InstantSource clock;
  private final Relay relay;

  Changes(ReportStore store, InstantSource clock, Relay relay) {
    this.store = store;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * A request that can be told from its retry.
   *
   * @param key derived from who asks, what kind of thing they ask for, and their Idempotency-Key
   * @param digest of what they ask for
   */
  record Request(String key, String digest) {}

  /** What somebody decides about a report, at the moment of the write; refuses with a problem. */
  interface Deciding {
    void decide(Report report, Change change);
  }

  /** Changes a report once for each request; a retry gets the report as it is by then. */
  Future<Report> once(String id, Request request, Deciding deciding) {
    return change(
        id,
        report -> sameAgain(report, request),
        (report, change) -> {
          deciding.decide(report, change);
          change.applied(new Report.Applied(request.key(), request.digest()));
        });
  }

  /** Changes a report, unless it is already as it should be. */
  Future<Report> unless(String id, Predicate<Report> settled, Deciding deciding) {
    return change(id, settled, deciding);
  }

  private Future<Report> change(String id, Predicate<Report> settled, Deciding deciding) {
    return store
        .<Report>change(
            id,
            report -> {
              if (settled.test(report)) {
                return Decision.keep(report);
              }
              var change = new Change(report, clock.instant());
              deciding.decide(report, change);
              var next = change.next();
              return Decision.replace(next, next);
            })
        .onSuccess(
            report -> {
              if (report.outboxSince() != null) {
                relay.nudge();
              }
            });
  }

  /** Whether the request has been carried out; refuses another one under the same key. */
  static boolean sameAgain(Report report, Request request) {
    var known =
        report.applied().stream().filter(one -> one.key().equals(request.key())).findFirst();
    if (known.filter(one -> !one.digest().equals(request.digest())).isPresent()) {
      throw Problem.conflict("key-used-before");
    }
    return known.isPresent();
  }
}
