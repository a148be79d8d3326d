package org.localityvoice.report;

import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.Moderation;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Decides what of a report everybody may see. Pure. */
final class ModerationDecision {
  private ModerationDecision() {}

  /**
   * What staff want everybody to see.
   *
   * @param listed whether the report is shown at all
   * @param text published or withheld
   * @param publicText the text as it is to be shown, where it differs from the reporter's
   * @param comment sequence of a comment of somebody affected
   */
  record Wanted(
      Optional<Boolean> listed,
      Optional<Publication.Moderated> text,
      Optional<String> publicText,
      Optional<Long> comment) {}

  /** Adds the decision to a change. */
  static void apply(Change change, Report seen, Category category, Actor actor, Wanted wanted) {
    refuse(seen, category, wanted);
    var now = seen.publication();
    var next = next(seen, now, wanted);
    var comment =
        wanted
            .comment()
            .map(sequence -> comment(seen, sequence))
            .filter(text -> !letOut(seen, text));
    if (!next.equals(now) || comment.isPresent()) {
      change
          .publication(next)
          .add((sequence, at) -> new InternalEvent.Moderated(sequence, at, actor));
    }
    comment.ifPresent(
        text ->
            change.add(
                (sequence, at) -> new PublicEvent.Commented(sequence, at, Actor.AFFECTED, text)));
  }

  /** Whether the report is already as it is wanted. */
  static boolean settled(Report seen, Wanted wanted) {
    return wanted.comment().map(sequence -> letOut(seen, comment(seen, sequence))).orElse(true)
        && !inVain(seen, wanted)
        && next(seen, seen.publication(), wanted).equals(seen.publication());
  }

  private static boolean letOut(Report seen, String text) {
    return seen.log().stream()
        .anyMatch(
            event ->
                event instanceof PublicEvent.Commented known
                    && known.by().kind() == Actor.Kind.AFFECTED
                    && known.text().equals(text));
  }

  /** Words for everybody where nobody is to see any. */
  private static boolean inVain(Report seen, Wanted wanted) {
    return wanted.publicText().isPresent()
        && wanted.text().orElse(seen.publication().text()) != Publication.Moderated.PUBLISHED;
  }

  private static Publication next(Report seen, Publication now, Wanted wanted) {
    var text = wanted.text().orElse(now.text());
    var words =
        wanted
            .publicText()
            .or(() -> Optional.ofNullable(now.publicText()))
            .orElse(seen.submission().text());
    return new Publication(
        wanted.listed().orElse(now.listed()),
        text,
        text == Publication.Moderated.PUBLISHED ? words : now.publicText(),
        now.latitude(),
        now.longitude(),
        now.listedSince());
  }

  private static void refuse(Report seen, Category category, Wanted wanted) {
    if (seen.confidential() && wanted.listed().orElse(false)) {
      throw Problem.invalid(List.of(Violation.at("/listed", "confidential")));
    }
    if (category.text() == Moderation.NEVER_PUBLISHED
        && wanted.text().filter(Publication.Moderated.PUBLISHED::equals).isPresent()) {
      throw Problem.invalid(List.of(Violation.at("/text", "never-published")));
    }
    if (inVain(seen, wanted)) {
      throw Problem.invalid(List.of(Violation.at("/publicText", "text-not-published")));
    }
    if (seen.confidential() && wanted.comment().isPresent()) {
      throw Problem.invalid(List.of(Violation.at("/comment", "confidential")));
    }
  }

  private static String comment(Report seen, long sequence) {
    return seen.log().stream()
        .filter(event -> event.sequence() == sequence)
        .filter(InternalEvent.Wrote.class::isInstance)
        .map(event -> ((InternalEvent.Wrote) event).text())
        .findFirst()
        .orElseThrow(() -> Problem.invalid(List.of(Violation.at("/comment", "unknown-comment"))));
  }
}
