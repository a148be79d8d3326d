package org.localityvoice.report;

import java.util.List;
import java.util.Optional;

/** Makes of a report what a viewer may see of it. Pure. */
final class ReportViews {
  private ReportViews() {}

  /** What this viewer sees. */
  static ReportView of(Report report, Viewer viewer) {
    return of(report, viewer, HistoryView.of(report));
  }

  /** What is left to somebody who had to do with a report and may see nothing of it any more. */
  static ReportView gone(Report report) {
    return of(report, new Viewer.Anybody(), List.of());
  }

  private static ReportView of(Report report, Viewer viewer, List<ReportView.Entry> history) {
    var standing = report.standing();
    var publication = report.publication();
    return new ReportView(
        report.id(),
        report.locality(),
        report.category(),
        standing.state().slug(),
        standing.submittedAt(),
        standing.changedAt(),
        Optional.ofNullable(standing.expectedBy()),
        standing.owner(),
        standing.people(),
        point(publication),
        Optional.ofNullable(publication.publicText())
            .filter(text -> publication.text() == Publication.Moderated.PUBLISHED),
        Optional.ofNullable(standing.into()),
        photos(report, viewer),
        history,
        affected(viewer).map(person -> mine(report, person)),
        viewer instanceof Viewer.Staff staff
            ? Optional.of(staff(report, staff.actor()))
            : Optional.empty());
  }

  private static Optional<Affected> affected(Viewer viewer) {
    if (viewer instanceof Viewer.Person person) {
      return Optional.of(person.affected());
    }
    return viewer instanceof Viewer.Staff staff ? staff.affected() : Optional.empty();
  }

  private static Optional<ReportView.Point> point(Publication publication) {
    var latitude = publication.latitude();
    var longitude = publication.longitude();
    return publication.listed() && latitude != null && longitude != null
        ? Optional.of(new ReportView.Point(latitude, longitude, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<ReportView.Point> point(Place place) {
    var latitude = place.latitude();
    var longitude = place.longitude();
    return latitude != null && longitude != null
        ? Optional.of(
            new ReportView.Point(latitude, longitude, Optional.ofNullable(place.accuracyMetres())))
        : Optional.empty();
  }

  private static List<ReportView.Photo> photos(Report report, Viewer viewer) {
    return report.photos().stream()
        .filter(use -> PhotoAccess.mayKnow(use, viewer))
        .map(
            use ->
                new ReportView.Photo(
                    use.photo(),
                    "/v1/reports/" + report.id() + "/photos/" + use.photo(),
                    use.moderated().slug()))
        .toList();
  }

  private static ReportView.Mine mine(Report report, Affected person) {
    var own = Optional.of(report.submission()).filter(submission -> person.reporter());
    return new ReportView.Mine(
        person.reporter(),
        person.since(),
        own.map(Submission::text),
        own.map(Submission::place).map(Place::described),
        own.map(Submission::place).flatMap(ReportViews::point),
        own.map(Submission::answers),
        FollowUps.of(report, person.id()).stream().map(ReportViews::question).toList());
  }

  private static ReportView.Question question(FollowUps.Question question) {
    return new ReportView.Question(
        question.asked().sequence(),
        question.asked().occasion().slug(),
        question.asked().at(),
        question.answered().map(answer -> answer.verdict().slug()),
        question.answered().map(InternalEvent.Answered::at));
  }

  private static ReportView.Staff staff(Report report, Actor actor) {
    var standing = report.standing();
    var submission = report.submission();
    return new ReportView.Staff(
        standing.priority().slug(),
        Facets.of(report).overdue(),
        standing.answerBy(),
        Optional.ofNullable(standing.firstAnswerAt()),
        submission.text(),
        report.publication().text().slug(),
        report.publication().listed(),
        Optional.ofNullable(submission.place().described()),
        point(submission.place()),
        submission.answers(),
        submission.source().slug(),
        submission.language(),
        Optional.ofNullable(submission.capturedAt()),
        submission.onBehalf(),
        // A warden needs to find the place, not the person.
        Optional.ofNullable(submission.contact())
            .filter(contact -> actor.kind() != Actor.Kind.WARDEN)
            .map(
                contact ->
                    new ReportView.Contact(
                        Optional.ofNullable(contact.name()),
                        Optional.ofNullable(contact.email()),
                        Optional.ofNullable(contact.phone()))),
        Optional.ofNullable(submission.reference()),
        Optional.ofNullable(submission.mediaUrl()),
        Lifecycle.allowed(standing, actor).stream().map(Move::slug).toList(),
        standing.questions(),
        standing.answers(),
        InternalView.of(report));
  }
}
