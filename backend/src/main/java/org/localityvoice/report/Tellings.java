package org.localityvoice.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of who is told of which entry of a report's log. Residents joining, notes among staff
 * and moderation are told to nobody. Of confidential reports nobody hears but the organisation that
 * owns the report (or has just lost it) and the managers. Pure.
 */
final class Tellings {
  private static final String MANAGER = "manager";

  private final Report report;
  private final List<ReportEvent> added;

  private Tellings(Report report, List<ReportEvent> added) {
    this.report = report;
    this.added = added;
  }

  /**
   * One thing to tell.
   *
   * @param code names the sentence, {@code notice.<code>} in the message files
   * @param people uids of those affected who are signed in
   * @param organisations ids of partners; their officers in the report's locality are meant
   * @param managers whether the managers of the locality are meant
   * @param question sequence of the question that is put to the people
   */
  record Telling(
      String code,
      List<String> people,
      List<String> organisations,
      boolean managers,
      @Nullable Long question) {}

  /** Whom to tell of an entry, and what. */
  static List<Telling> of(Report report, ReportEvent event, List<ReportEvent> added) {
    var rules = new Tellings(report, added);
    return event instanceof PublicEvent visible
        ? rules.visible(visible)
        : rules.internal((InternalEvent) event);
  }

  /** What to tell followers of an entry: only what everybody may see of a listed report. */
  static Optional<String> news(Report report, ReportEvent event, List<ReportEvent> added) {
    if (!report.publication().listed() || report.confidential()) {
      return Optional.empty();
    }
    return event instanceof PublicEvent visible
        ? new Tellings(report, added).code(visible)
        : Optional.empty();
  }

  /** Names what has happened; empty for a promise that only goes with something else. */
  private Optional<String> code(PublicEvent event) {
    if (event instanceof PublicEvent.Submitted) {
      return Optional.of("report.new");
    } else if (event instanceof PublicEvent.Assigned) {
      return Optional.of("report.new-owner");
    } else if (event instanceof PublicEvent.Moved moved) {
      return Optional.of("report." + moved.to().slug());
    } else if (event instanceof PublicEvent.Commented) {
      return Optional.of("report.commented");
    }
    return added.stream()
            .anyMatch(
                other ->
                    other instanceof PublicEvent.Submitted || other instanceof PublicEvent.Moved)
        ? Optional.empty()
        : Optional.of("report.promise-changed");
  }

  private List<Telling> visible(PublicEvent event) {
    if (event instanceof PublicEvent.Submitted) {
      return List.of(organisation("report.new", owner()));
    } else if (event instanceof PublicEvent.Assigned assigned) {
      return List.of(
          organisation("report.assigned-away", assigned.previousOwner()),
          organisation("report.assigned", assigned.owner()),
          affected("report.new-owner", null));
    } else if (event instanceof PublicEvent.Moved moved) {
      return moved(moved);
    } else if (event instanceof PublicEvent.Commented commented && !commented.by().staff()) {
      return List.of();
    }
    return code(event).map(code -> affected(code, null)).stream().toList();
  }

  private List<Telling> moved(PublicEvent.Moved moved) {
    var code = "report." + moved.to().slug();
    var question = question(moved.to()).map(InternalEvent.Asked::sequence).orElse(null);
    return moved.to() == ReportState.DISPUTED
        ? List.of(new Telling(code, people(), List.of(owner()), true, question))
        : List.of(affected(code, question));
  }

  private List<Telling> internal(InternalEvent event) {
    if (event instanceof InternalEvent.Asked asked) {
      return asked(asked);
    } else if (event instanceof InternalEvent.Answered answered) {
      // What becomes a dispute is told as one.
      return answered.verdict() == Verdict.NO && !disputed()
          ? List.of(organisation("report.verdict-no", owner()))
          : List.of();
    } else if (event instanceof InternalEvent.Wrote) {
      return List.of(organisation("report.resident-wrote", owner()));
    } else if (event instanceof InternalEvent.Chased chased) {
      return List.of(chased(chased.whom()));
    }
    return List.of();
  }

  /** A question that comes with a move is told with the move. */
  private List<Telling> asked(InternalEvent.Asked asked) {
    var withMove =
        added.stream()
            .anyMatch(
                event -> event instanceof PublicEvent.Moved moved && about(asked, moved.to()));
    return withMove
        ? List.of()
        : List.of(affected("report.asked-" + asked.occasion().slug(), asked.sequence()));
  }

  /** A reminder of a confidential report goes past other organisations to the managers. */
  private Telling chased(String whom) {
    var others = report.confidential() && !whom.equals(owner());
    return whom.equals(MANAGER) || others
        ? new Telling("report.overdue", List.of(), List.of(), true, null)
        : organisation("report.overdue", whom);
  }

  private boolean disputed() {
    return added.stream()
        .anyMatch(
            event ->
                event instanceof PublicEvent.Moved moved && moved.to() == ReportState.DISPUTED);
  }

  private Optional<InternalEvent.Asked> question(ReportState to) {
    return added.stream()
        .filter(InternalEvent.Asked.class::isInstance)
        .map(InternalEvent.Asked.class::cast)
        .filter(asked -> about(asked, to))
        .findFirst();
  }

  private static boolean about(InternalEvent.Asked asked, ReportState to) {
    return asked.occasion().name().equals(to.name());
  }

  private String owner() {
    return report.standing().owner();
  }

  private static Telling organisation(String code, String partner) {
    return new Telling(code, List.of(), List.of(partner), false, null);
  }

  private Telling affected(String code, @Nullable Long question) {
    return new Telling(code, people(), List.of(), false, question);
  }

  /** Those affected who can be told: whoever is not signed in reads the report by their secret. */
  private List<String> people() {
    return report.confidential()
        ? List.of()
        : report.affected().stream()
            .map(Affected::uid)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
  }
}
