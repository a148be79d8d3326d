package org.localityvoice.report;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.identity.Caller;

/** The way in for other features and for other faces of reporting, such as GeoReport. */
public final class Reports {
  private final IntakeService intake;
  private final ReportStore store;

  Reports(IntakeService intake, ReportStore store) {
    this.intake = intake;
    this.store = store;
  }

  /**
   * What came of sending a report.
   *
   * @param fresh false for a retry
   */
  public record Taken(Report report, boolean fresh) {}

  /**
   * Takes a report, once: the same id with the same digest finds the first try, with another it is
   * refused with the conflict {@code report-id-taken}.
   *
   * @param language for texts of the area file in a refusal
   * @param digest of what was sent and by whom
   */
  public Future<Taken> take(
      NewReport sent, Origin origin, Optional<Caller> caller, String language, String digest) {
    return intake.take(sent, origin, caller, language, digest);
  }

  /** The whole report; the caller decides who sees what of it. */
  public Future<Optional<Report>> find(String id) {
    return store.find(id);
  }
}
