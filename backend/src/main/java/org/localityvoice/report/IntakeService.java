package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.localityvoice.identity.Caller;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Takes reports: each once, whole, and durable before it is acknowledged. */
final class IntakeService {
  private final ReportStore store;
  private final Desks desks;
  private final PhotoService photos;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Relay relay;

  IntakeService(
      ReportStore store,
      Desks desks,
      PhotoService photos,
      InstantSource clock,
      Supplier<String> ids,
      Relay relay) {
    this.store = store;
    this.desks = desks;
    this.photos = photos;
    this.clock = clock;
    this.ids = ids;
    this.relay = relay;
  }

  /**
   * What came of sending a report.
   *
   * @param fresh false for a retry
   */
  record Taken(Report report, boolean fresh) {}

  /**
   * Takes a report.
   *
   * @param language for texts of the area file in a refusal
   * @param digest of what was sent and by whom; the same id with another digest is refused
   */
  Future<Taken> take(
      NewReport sent, Origin origin, Optional<Caller> caller, String language, String digest) {
    return store
        .find(sent.id())
        .compose(
            earlier ->
                earlier
                    .map(known -> Future.succeededFuture(again(known, digest)))
                    .orElseGet(() -> fresh(sent, origin, caller, language, digest)));
  }

  private Future<Taken> fresh(
      NewReport sent, Origin origin, Optional<Caller> caller, String language, String digest) {
    return desks
        .of(sent.category())
        .compose(
            found -> {
              var desk = found.orElseThrow(IntakeService::unknownCategory);
              var admission = new Admission(desk, sent, origin, caller, language);
              var locality = admission.locality();
              var now = clock.instant();
              var draft = Drafting.draft(admission, locality, ids.get(), digest, now);
              var report = Change.first(draft, now);
              return photos
                  .claim(sent.id(), sent.photos(), caller.map(Caller::uid).or(origin::uploader))
                  .compose(claimed -> store.add(report))
                  .compose(added -> added ? taken(report) : lost(sent, digest));
            });
  }

  private Future<Taken> taken(Report report) {
    if (report.outboxSince() != null) {
      relay.nudge();
    }
    return Future.succeededFuture(new Taken(report, true));
  }

  /** Somebody was faster with the same id: the same reporter's other try, or another report. */
  private Future<Taken> lost(NewReport sent, String digest) {
    return store.find(sent.id()).map(found -> again(found.orElseThrow(Problem::notFound), digest));
  }

  private static Taken again(Report known, String digest) {
    if (!known.digest().equals(digest)) {
      throw Problem.conflict("report-id-taken");
    }
    return new Taken(known, false);
  }

  private static Problem unknownCategory() {
    return Problem.invalid(List.of(Violation.at("/category", "unknown-category")));
  }
}
