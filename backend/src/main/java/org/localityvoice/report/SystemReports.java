package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.localityvoice.identity.Caller;
import org.localityvoice.mongo.DerivedId;

/**
 * Reports for other systems: what everybody may see of them, and what a system may send. Who the
 * system is has been made sure of.
 */
public final class SystemReports {
  private final IntakeService intake;
  private final ReportService reports;
  private final AffectedService affected;
  private final PhotoService photos;
  private final ReportStore store;
  private final PublicReportStore open;

  SystemReports(
      IntakeService intake,
      ReportService reports,
      AffectedService affected,
      PhotoService photos,
      ReportStore store,
      PublicReportStore open) {
    this.intake = intake;
    this.reports = reports;
    this.affected = affected;
    this.photos = photos;
    this.store = store;
    this.open = open;
  }

  /**
   * One thing that a system asks for.
   *
   * @param id the same for a retry, and for nothing else
   * @param digest of what it asks for; another one under the same id is refused
   */
  public record Once(String id, String digest) {
    private Changes.Request request() {
      return new Changes.Request(id, digest);
    }
  }

  /**
   * A move by the owner's system.
   *
   * @param note for those affected to read
   * @param refusal in a refusal
   * @param into in a merge
   */
  public record SystemMove(
      Move move, Optional<String> note, Optional<Refusal> refusal, Optional<String> into) {}

  /**
   * Takes a report once: the same id again gets the first one, whatever else is sent with it.
   *
   * @param language for texts of the area file in a refusal
   */
  public Future<Report> take(NewReport sent, Origin origin, String language) {
    return intake
        .take(sent, origin, Optional.empty(), language, DerivedId.of("system", sent.id()))
        .map(IntakeService.Taken::report);
  }

  /**
   * Takes the bytes of a photo; tells the id by which the same system can add it to a report.
   *
   * @param system id of its API key
   * @return fails with the problem that says why the photo is not taken
   */
  public Future<String> photo(Buffer bytes, String system) {
    return photos.put(bytes, Origin.uploader(system));
  }

  /** Adds photos that a system has sent; again changes nothing. */
  public Future<Report> addPhotos(String id, Credentials who, List<String> sent, String system) {
    return photos.add(id, who, sent, Optional.of(Origin.uploader(system)));
  }

  /** A report of that id, whoever may see it. */
  public Future<Optional<Report>> find(String id) {
    return store.find(id);
  }

  /** The public reports of these ids, in no order. */
  public Future<List<Report>> open(Collection<String> ids) {
    return open.find(ids);
  }

  /** A page of public reports, the oldest first. */
  public Future<List<Report>> open(PublicReportQuery query, int skip, int limit) {
    return open.list(query, skip, limit);
  }

  /** Hands over every public report to which something visible has happened since. */
  public Future<Void> changed(Instant since, Consumer<Report> consumer) {
    return open.changed(since, consumer);
  }

  /** Moves a report on, as an officer of its owner would. */
  public Future<Report> move(String id, Caller owner, SystemMove move, Once once) {
    var wanted =
        new Lifecycle.Wanted(
            move.move(), move.note(), Optional.empty(), move.refusal(), move.into());
    return reports.move(id, owner, wanted, once.request());
  }

  /**
   * Confirms that it is dealt with, for somebody who saw so elsewhere. It is their move, and no
   * answer to a question; fails with a problem where they may not.
   *
   * @param warden who they are; empty for somebody whom the report affects
   * @param at when they saw it
   */
  public Future<Report> confirm(String id, Optional<Warden> warden, Instant at, Once once) {
    var actor =
        warden
            .map(one -> new Actor(Actor.Kind.WARDEN, one.organisation().orElse(null), one.uid()))
            .orElse(Actor.AFFECTED);
    return reports.confirm(id, actor, at, once.request());
  }

  /** A warden of the report's locality. */
  public record Warden(String uid, Optional<String> organisation) {}

  /** Says something for everybody to read, as an officer of its owner would. */
  public Future<Report> comment(String id, Caller owner, String text, Once once) {
    return reports.comment(id, owner, text, true, once.request());
  }

  /** Answers for the reporter whether it has been dealt with. */
  public Future<Report> answer(
      String id, Credentials reporter, Verdict verdict, String reason, Once once) {
    var given =
        new VerdictDecision.Given(Optional.empty(), verdict, Optional.of(reason), Optional.empty());
    return affected.answer(id, reporter, given, once.request());
  }

  /** Passes on what the reporter writes, for staff to read. */
  public Future<Report> write(String id, Credentials reporter, String text, Once once) {
    return affected.write(id, reporter, text, once.request());
  }
}
