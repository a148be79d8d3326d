package org.localityvoice.report.open311;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.localityvoice.report.PublicEvent;
import org.localityvoice.report.Refusal;
import org.localityvoice.report.Report;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.ReportState;

/**
 * Gathers what has become of reports in a span of time, and keeps the oldest thousand. The time of
 * an update is when it became visible, so that none appears behind a client's back: that is when
 * its entry of the log was written or, where the report was not shown by then, when it was again.
 */
final class UpdateRows {
  static final int MOST = 1000;
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::at).thenComparing(Found::report).thenComparing(Found::sequence);

  private final DateRange range;
  private final Optional<Client> client;
  private final PriorityQueue<Found> oldest = new PriorityQueue<>(ORDER.reversed());

  /**
   * For a client.
   *
   * @param client with a key; it is told its own numbers of requests
   */
  UpdateRows(DateRange range, Optional<Client> client) {
    this.range = range;
    this.client = client;
  }

  private record Found(Instant at, String report, long sequence, Rows.Update row) {}

  /** Looks through a report. */
  void add(Report report) {
    var state = ReportState.OPEN;
    var refused = Optional.<Refusal.Reason>empty();
    for (var event : report.log()) {
      if (event instanceof PublicEvent.Moved moved) {
        state = moved.to();
        refused = Optional.ofNullable(moved.refusal()).map(Refusal::reason);
      }
      var visible = visible(report, event.at());
      if (in(visible) && told(event)) {
        keep(report, event, visible, StatusWords.ofUpdate(state, refused));
      }
    }
  }

  /** When something of that time became visible. */
  static Instant visible(Report report, Instant at) {
    return Optional.ofNullable(report.publication().listedSince()).filter(at::isBefore).orElse(at);
  }

  private boolean in(Instant at) {
    return !at.isBefore(range.start()) && at.isBefore(range.after());
  }

  private static boolean told(ReportEvent event) {
    return event instanceof PublicEvent.Moved || event instanceof PublicEvent.Commented;
  }

  private void keep(Report report, ReportEvent event, Instant visible, String status) {
    var said =
        event instanceof PublicEvent.Moved moved
            ? RequestRows.said(moved)
            : Optional.of(((PublicEvent.Commented) event).text());
    var row =
        new Rows.Update(
            Client.updateOf(event).orElseGet(() -> report.id() + "-" + event.sequence()),
            report.id(),
            status,
            W3cDate.seconds(visible),
            said,
            Optional.empty(),
            client
                .filter(system -> system.sent(report))
                .flatMap(system -> Optional.ofNullable(report.submission().reference())));
    oldest.add(new Found(visible, report.id(), event.sequence(), row));
    if (oldest.size() > MOST) {
      oldest.remove();
    }
  }

  /** The oldest first. */
  Document document() {
    List<Rows.Update> rows = oldest.stream().sorted(ORDER).map(Found::row).toList();
    return new Document("service_request_updates", rows);
  }
}
