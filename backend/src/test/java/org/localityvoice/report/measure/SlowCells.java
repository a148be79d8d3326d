package org.localityvoice.report.measure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localityvoice.report.Actor;
import org.localityvoice.report.Move;
import org.localityvoice.report.PublicEvent;
import org.localityvoice.report.ReportEvent;
import org.localityvoice.report.ReportState;

/**
 * The nine cells worked out a second time, straight from the definitions, without the fold that the
 * program uses: looks through the whole log again for every question.
 */
final class SlowCells {
  private static final List<ReportState> DONE =
      List.of(ReportState.SAID_DONE, ReportState.CONFIRMED_DONE);

  private SlowCells() {}

  static Optional<MeasureCell> at(List<ReportEvent> log, Instant date) {
    var past = new ArrayList<>(log.stream().filter(event -> !event.at().isAfter(date)).toList());
    if (past.isEmpty()) {
      return Optional.empty();
    }
    // A merge that was taken back is as if it had not been.
    var moves = new ArrayDeque<PublicEvent.Moved>();
    for (var event : past) {
      if (event instanceof PublicEvent.Moved moved) {
        if (moved.move() == Move.UNMERGE) {
          moves.removeLast();
        } else {
          moves.addLast(moved);
        }
      }
    }
    var last = moves.peekLast();
    if (last == null) {
      return Optional.of(inHand(past, date));
    }
    return Optional.of(
        switch (last.move()) {
          case CONFIRM -> MeasureCell.CONFIRMED;
          case SAY_DONE -> MeasureCell.SAID_DONE;
          case REFUSE -> MeasureCell.REFUSED;
          case MERGE -> MeasureCell.DUPLICATE;
          case DISPUTE ->
              DONE.contains(last.from())
                  ? MeasureCell.SAID_DONE_DISPUTED
                  : MeasureCell.REFUSED_DISPUTED;
          default -> inHand(past, date);
        });
  }

  private static MeasureCell inHand(List<ReportEvent> past, Instant date) {
    var submitted = (PublicEvent.Submitted) past.get(0);
    var answered = past.stream().anyMatch(SlowCells::saidByStaff);
    if (!answered && submitted.answerBy().isBefore(date)) {
      return MeasureCell.NO_REPLY;
    }
    var promises =
        past.stream()
            .filter(PublicEvent.Promised.class::isInstance)
            .map(event -> ((PublicEvent.Promised) event).expectedBy())
            .toList();
    var late = !promises.isEmpty() && promises.get(promises.size() - 1).isBefore(date);
    return late ? MeasureCell.IN_HAND_OVERDUE : MeasureCell.IN_HAND_IN_TIME;
  }

  private static boolean saidByStaff(ReportEvent event) {
    return (event instanceof PublicEvent.Moved moved && staff(moved.by()))
        || (event instanceof PublicEvent.Commented comment && staff(comment.by()));
  }

  private static boolean staff(Actor actor) {
    return List.of(Actor.Kind.WARDEN, Actor.Kind.OWNER, Actor.Kind.MANAGER).contains(actor.kind());
  }
}
