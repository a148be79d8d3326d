package org.localityvoice.report;

import java.util.List;
import java.util.Optional;

/** Shows the internal entries of a log to staff; those affected stay without a name. */
final class InternalView {
  private InternalView() {}

  static List<ReportView.Internal> of(Report report) {
    return report.log().stream()
        .filter(InternalEvent.class::isInstance)
        .map(event -> entry((InternalEvent) event))
        .toList();
  }

  private static ReportView.Internal entry(InternalEvent event) {
    var draft = new Draft(event);
    if (event instanceof InternalEvent.Joined) {
      draft.kind = "joined";
    } else if (event instanceof InternalEvent.Noted noted) {
      draft.said("noted", noted.by(), noted.text());
    } else if (event instanceof InternalEvent.Prioritised prioritised) {
      draft.said("prioritised", prioritised.by(), null);
      draft.priority = Optional.of(prioritised.priority().slug());
    } else if (event instanceof InternalEvent.Asked asked) {
      draft.kind = "asked";
      draft.occasion = Optional.of(asked.occasion().slug());
      draft.people = Optional.of(asked.people().size());
    } else if (event instanceof InternalEvent.Answered answered) {
      draft.answered = Optional.of(answered);
      draft.kind = "answered";
    } else if (event instanceof InternalEvent.Chased chased) {
      draft.kind = "chased";
      draft.level = Optional.of(chased.level());
      draft.whom = Optional.of(chased.whom());
    } else if (event instanceof InternalEvent.Wrote wrote) {
      draft.said("wrote", Actor.AFFECTED, wrote.text());
    } else if (event instanceof InternalEvent.Moderated moderated) {
      draft.said("moderated", moderated.by(), null);
    } else if (event instanceof InternalEvent.Absorbed absorbed) {
      draft.kind = "absorbed";
      draft.people = Optional.of(absorbed.people());
      draft.report = Optional.of(absorbed.report());
    }
    return draft.done();
  }

  private static final class Draft {
    private final InternalEvent event;
    private String kind = "";
    private Optional<Actor> by = Optional.empty();
    private Optional<String> text = Optional.empty();
    private Optional<String> priority = Optional.empty();
    private Optional<String> occasion = Optional.empty();
    private Optional<Integer> people = Optional.empty();
    private Optional<InternalEvent.Answered> answered = Optional.empty();
    private Optional<Integer> level = Optional.empty();
    private Optional<String> whom = Optional.empty();
    private Optional<String> report = Optional.empty();

    Draft(InternalEvent event) {
      this.event = event;
    }

    void said(String what, Actor actor, @org.jspecify.annotations.Nullable String words) {
      kind = what;
      by = Optional.of(actor);
      text = Optional.ofNullable(words);
    }

    ReportView.Internal done() {
      return new ReportView.Internal(
          event.sequence(),
          event.at(),
          kind,
          by.map(actor -> actor.kind().slug()),
          by.map(Actor::organisation),
          text,
          priority,
          occasion,
          people,
          answered.map(InternalEvent.Answered::question).filter(q -> q != FollowUps.UNASKED),
          answered.map(one -> one.verdict().slug()),
          answered.map(InternalEvent.Answered::reason),
          answered.map(InternalEvent.Answered::photo),
          level,
          whom,
          report);
    }
  }
}
