package org.localityvoice.report.open311;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Partner;
import org.localityvoice.report.PublicEvent;
import org.localityvoice.report.Publication;
import org.localityvoice.report.Refusal;
import org.localityvoice.report.Report;
import org.localityvoice.report.ReportEvent;

/**
 * Reports as requests: nothing but what everybody may see.
 *
 * @param services names what is requested
 * @param publicUrl where this server is reached, for links to photos
 */
record RequestRows(Area area, Services services, String publicUrl) {
  /** Some ten centimetres. */
  private static final int DECIMALS = 6;

  Document document(List<Report> reports) {
    return new Document("service_requests", reports.stream().map(this::row).toList());
  }

  private Rows.Request row(Report report) {
    var standing = report.standing();
    var status = StatusWords.ofRequest(standing.state());
    // A closed request is updated when it is closed.
    var updated = status.equals(StatusWords.CLOSED) ? standing.stateSince() : standing.changedAt();
    var publication = report.publication();
    return new Rows.Request(
        report.id(),
        status,
        lastWord(report.log()),
        services.find(report.category()).map(services::name).orElse(report.category()),
        report.category(),
        description(publication),
        area.partner(standing.owner()).map(Partner::name).orElse(standing.owner()),
        Optional.empty(),
        W3cDate.seconds(standing.submittedAt()),
        W3cDate.seconds(UpdateRows.visible(report, updated)),
        Optional.ofNullable(standing.expectedBy()).map(W3cDate::seconds),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        degrees(publication.latitude()),
        degrees(publication.longitude()),
        photo(report));
  }

  private static Optional<String> description(Publication publication) {
    return Optional.ofNullable(publication.publicText())
        .filter(text -> publication.text() == Publication.Moderated.PUBLISHED);
  }

  private static Optional<BigDecimal> degrees(@Nullable Double degrees) {
    return Optional.ofNullable(degrees)
        .map(value -> BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  private Optional<String> photo(Report report) {
    return report.photos().stream()
        .filter(use -> use.moderated() == Publication.Moderated.PUBLISHED)
        .findFirst()
        .map(use -> publicUrl + "/v1/reports/" + report.id() + "/photos/" + use.photo());
  }

  /** What was said last when it was moved on. */
  private static Optional<String> lastWord(List<ReportEvent> log) {
    var newestFirst = new ArrayList<>(log);
    java.util.Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(PublicEvent.Moved.class::isInstance)
        .map(PublicEvent.Moved.class::cast)
        .findFirst()
        .flatMap(RequestRows::said);
  }

  /** The reason given with a move. */
  static Optional<String> said(PublicEvent.Moved moved) {
    return Optional.ofNullable(moved.note())
        .or(() -> Optional.ofNullable(moved.refusal()).map(Refusal::instead));
  }
}
