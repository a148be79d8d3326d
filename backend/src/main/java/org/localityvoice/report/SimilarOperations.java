package org.localityvoice.report;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The operation that looks for reports that resemble one which is about to be made. */
final class SimilarOperations {
  private static final double HUNDREDTHS = 100;

  private final SimilarService service;

  SimilarOperations(SimilarService service) {
    this.service = service;
  }

  void addTo(Api api) {
    api.on("findSimilarReports", this::find);
  }

  private record Body(
      String category, Point point, Optional<String> text, Optional<Integer> radius) {}

  private record Found(List<View> items) {}

  private record View(
      String id,
      String category,
      String state,
      Instant submittedAt,
      Instant changedAt,
      int people,
      int distanceMetres,
      double score,
      boolean isItBack,
      Optional<String> text) {}

  private Future<Reply> find(Call call) {
    var body = call.body(Body.class);
    var wanted =
        new SimilarService.Wanted(
            body.category(), body.point(), given(body.text()), given(body.radius()));
    return service
        .find(wanted, call.holder())
        .map(found -> Reply.ok(new Found(found.stream().map(SimilarOperations::view).toList())));
  }

  @SuppressWarnings("OptionalAssignedToNull") // What a body leaves out comes as null.
  private static <T> Optional<T> given(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }

  private static View view(SimilarService.Candidate candidate) {
    var report = candidate.report();
    var standing = report.standing();
    var publication = report.publication();
    return new View(
        report.id(),
        report.category(),
        standing.state().slug(),
        standing.submittedAt(),
        standing.changedAt(),
        standing.people(),
        (int) Math.round(candidate.metres()),
        Math.round(candidate.score() * HUNDREDTHS) / HUNDREDTHS,
        SimilarScore.back(standing),
        Optional.ofNullable(publication.publicText())
            .filter(text -> publication.text() == Publication.Moderated.PUBLISHED));
  }
}
