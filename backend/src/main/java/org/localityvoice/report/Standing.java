package org.localityvoice.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Priority;

/**
 * What a report's log comes to: the fold of its entries, kept beside the log so that it can be
 * searched by. Never changed in any other way than by {@link #after}.
 *
 * @param stateSince when the state was entered
 * @param owner the partner it belongs to
 * @param answerBy when the first answer was due
 * @param expectedBy the promise in force; absent before the first one
 * @param firstAnswerAt when staff first said anything to those affected
 * @param confirmedAt when somebody other than the owner saw it done; absent while that is disputed
 * @param changedAt when something happened that everybody may see
 * @param beforeMerge the state that un-merging leads back to
 * @param into the report it was merged into
 * @param disputed the state that is disputed
 * @param joined how many joined, besides the reporter
 * @param absorbed people that merged reports bring, by report
 * @param chased how often somebody was reminded of the promise in force
 * @param questions how many questions were put to people
 * @param answers how many of them were answered
 * @param unreported that nobody who is affected reported it, but a walkabout came upon it; absent
 *     otherwise
 */
public record Standing(
    ReportState state,
    Instant stateSince,
    String owner,
    Priority priority,
    Instant submittedAt,
    Instant answerBy,
    @Nullable Instant expectedBy,
    @Nullable Instant firstAnswerAt,
    @Nullable Instant confirmedAt,
    Instant changedAt,
    @Nullable ReportState beforeMerge,
    @Nullable String into,
    @Nullable ReportState disputed,
    int joined,
    Map<String, Integer> absorbed,
    int chased,
    int questions,
    int answers,
    @Nullable Boolean unreported) {

  public Standing {
    absorbed = Map.copyOf(absorbed);
  }

  /**
   * The fold of a whole log.
   *
   * @throws IllegalArgumentException when the log does not begin with {@link PublicEvent.Submitted}
   */
  public static Standing of(List<? extends ReportEvent> log) {
    if (log.isEmpty() || !(log.get(0) instanceof PublicEvent.Submitted first)) {
      throw new IllegalArgumentException("a log begins with the submission");
    }
    var standing = beginning(first);
    for (var event : log.subList(1, log.size())) {
      standing = standing.after(event);
    }
    return standing;
  }

  private static Standing beginning(PublicEvent.Submitted first) {
    return new Standing(
        ReportState.OPEN,
        first.at(),
        first.owner(),
        first.priority(),
        first.at(),
        first.answerBy(),
        null,
        null,
        null,
        first.at(),
        null,
        null,
        null,
        0,
        Map.of(),
        0,
        0,
        0,
        first.by().kind() == Actor.Kind.SYSTEM ? true : null);
  }

  /** How many people are known to be affected by the problem. */
  public int people() {
    var reporter = Boolean.TRUE.equals(unreported) ? 0 : 1;
    return reporter + joined + absorbed.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether somebody has been reminded of the promise in force, and it is not kept yet. */
  public boolean overdue() {
    return chased > 0 && ReportState.UNFINISHED.contains(state);
  }

  /** The standing after one more entry. */
  public Standing after(ReportEvent event) {
    var fold = new Fold(this);
    if (event instanceof PublicEvent visible) {
      fold.changedAt = visible.at();
      fold.visible(visible);
    } else {
      fold.internal((InternalEvent) event);
      if (event instanceof InternalEvent.Moderated moderated) {
        // What everybody may see is another thing from here on.
        fold.changedAt = moderated.at();
      }
    }
    return fold.standing();
  }

  /** The standing in the making. */
  private static final class Fold {
    private ReportState state;
    private Instant stateSince;
    private String owner;
    private Priority priority;
    private final Instant submittedAt;
    private final Instant answerBy;
    private @Nullable Instant expectedBy;
    private @Nullable Instant firstAnswerAt;
    private @Nullable Instant confirmedAt;
    private Instant changedAt;
    private @Nullable ReportState beforeMerge;
    private @Nullable String into;
    private @Nullable ReportState disputed;
    private int joined;
    private final Map<String, Integer> absorbed;
    private int chased;
    private int questions;
    private int answers;
    private final @Nullable Boolean unreported;

    Fold(Standing now) {
      state = now.state;
      stateSince = now.stateSince;
      owner = now.owner;
      priority = now.priority;
      submittedAt = now.submittedAt;
      answerBy = now.answerBy;
      expectedBy = now.expectedBy;
      firstAnswerAt = now.firstAnswerAt;
      confirmedAt = now.confirmedAt;
      changedAt = now.changedAt;
      beforeMerge = now.beforeMerge;
      into = now.into;
      disputed = now.disputed;
      joined = now.joined;
      absorbed = new HashMap<>(now.absorbed);
      chased = now.chased;
      questions = now.questions;
      answers = now.answers;
      unreported = now.unreported;
    }

    void visible(PublicEvent event) {
      if (event instanceof PublicEvent.Moved moved) {
        moved(moved);
        answered(moved.by(), moved.at());
      } else if (event instanceof PublicEvent.Promised promised) {
        expectedBy = promised.expectedBy();
        chased = 0;
      } else if (event instanceof PublicEvent.Assigned assigned) {
        owner = assigned.owner();
      } else if (event instanceof PublicEvent.Commented commented) {
        answered(commented.by(), commented.at());
      }
    }

    private void moved(PublicEvent.Moved moved) {
      beforeMerge = moved.to() == ReportState.MERGED ? moved.from() : null;
      into = moved.to() == ReportState.MERGED ? moved.into() : null;
      disputed = disputedBy(moved);
      confirmedAt = moved.to() == ReportState.CONFIRMED_DONE ? moved.at() : null;
      state = moved.to();
      stateSince = moved.at();
    }

    /** A merge that is taken back takes the dispute up again where it was. */
    private @Nullable ReportState disputedBy(PublicEvent.Moved moved) {
      if (moved.to() == ReportState.MERGED || moved.move() == Move.UNMERGE) {
        return moved.to() == ReportState.MERGED || moved.to() == ReportState.DISPUTED
            ? disputed
            : null;
      }
      return moved.to() == ReportState.DISPUTED ? moved.from() : null;
    }

    private void answered(Actor by, Instant at) {
      if (firstAnswerAt == null && by.staff()) {
        firstAnswerAt = at;
      }
    }

    void internal(InternalEvent event) {
      if (event instanceof InternalEvent.Joined) {
        joined++;
      } else if (event instanceof InternalEvent.Prioritised prioritised) {
        priority = prioritised.priority();
      } else if (event instanceof InternalEvent.Asked asked) {
        questions += asked.people().size();
      } else if (event instanceof InternalEvent.Answered answered) {
        // What nobody has asked for is no answer to a question.
        answers += answered.question() == FollowUps.UNASKED ? 0 : 1;
      } else if (event instanceof InternalEvent.Chased) {
        chased++;
      } else if (event instanceof InternalEvent.Absorbed child) {
        if (child.people() == 0) {
          absorbed.remove(child.report());
        } else {
          absorbed.put(child.report(), child.people());
        }
      }
    }

    Standing standing() {
      return new Standing(
          state,
          stateSince,
          owner,
          priority,
          submittedAt,
          answerBy,
          expectedBy,
          firstAnswerAt,
          confirmedAt,
          changedAt,
          beforeMerge,
          into,
          disputed,
          joined,
          absorbed,
          chased,
          questions,
          answers,
          unreported);
    }
  }
}
