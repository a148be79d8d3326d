package org.localityvoice.report;

import java.util.List;
import java.util.Optional;

/** Shows the public entries of a log; what staff are called stays out of them. */
final class HistoryView {
  private HistoryView() {}

  static List<ReportView.Entry> of(Report report) {
    return report.log().stream()
        .filter(PublicEvent.class::isInstance)
        .map(event -> entry((PublicEvent) event))
        .toList();
  }

  private static ReportView.Entry entry(PublicEvent event) {
    var entry = new Draft(event);
    if (event instanceof PublicEvent.Submitted submitted) {
      entry.kind = "submitted";
      entry.by = Optional.of(submitted.by());
      entry.owner = Optional.of(submitted.owner());
    } else if (event instanceof PublicEvent.Promised promised) {
      return entry.promised(promised);
    } else if (event instanceof PublicEvent.Assigned assigned) {
      entry.kind = "assigned";
      entry.by = Optional.of(assigned.by());
      entry.owner = Optional.of(assigned.owner());
      entry.previousOwner = Optional.of(assigned.previousOwner());
      entry.note = Optional.ofNullable(assigned.note());
    } else if (event instanceof PublicEvent.Moved moved) {
      return entry.moved(moved);
    } else if (event instanceof PublicEvent.Commented commented) {
      entry.kind = "commented";
      entry.by = Optional.of(commented.by());
      entry.text = Optional.of(commented.text());
    }
    return entry.done(Optional.empty());
  }

  private static final class Draft {
    private final PublicEvent event;
    private String kind = "";
    private Optional<Actor> by = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private Optional<String> previousOwner = Optional.empty();
    private Optional<String> note = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<java.time.Instant> expectedBy = Optional.empty();

    Draft(PublicEvent event) {
      this.event = event;
    }

    ReportView.Entry promised(PublicEvent.Promised promised) {
      kind = "promised";
      expectedBy = Optional.of(promised.expectedBy());
      return done(Optional.empty());
    }

    ReportView.Entry moved(PublicEvent.Moved moved) {
      kind = "moved";
      by = Optional.of(moved.by());
      note = Optional.ofNullable(moved.note());
      return done(Optional.of(moved));
    }

    ReportView.Entry done(Optional<PublicEvent.Moved> moved) {
      return new ReportView.Entry(
          event.sequence(),
          event.at(),
          kind,
          by.map(actor -> actor.kind().slug()),
          by.map(Actor::organisation),
          moved.map(one -> one.move().slug()),
          moved.map(one -> one.from().slug()),
          moved.map(one -> one.to().slug()),
          note,
          moved.map(PublicEvent.Moved::refusal).map(ReportView.RefusalView::of),
          moved.map(PublicEvent.Moved::into),
          expectedBy,
          owner,
          previousOwner,
          text);
    }
  }
}
