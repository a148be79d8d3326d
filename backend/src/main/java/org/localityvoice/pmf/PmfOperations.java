package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations on statements. */
final class PmfOperations {
  private static final int USUAL_PAGE = 50;

  private final StatementService service;
  private final Runnable replayed;

  /**
   * The operations.
   *
   * @param replayed called after a statement was asked for again
   */
  PmfOperations(StatementService service, Runnable replayed) {
    this.service = service;
    this.replayed = replayed;
  }

  void addTo(Api api) {
    api.on("listPmfStatements", this::list).on("replayPmfStatement", this::replay);
  }

  private Future<Reply> list(Call call) {
    var limit = call.number("limit", USUAL_PAGE);
    var after = call.query("after").map(PmfOperations::sequence).orElse(0L);
    return service
        .list(call.query("state"), after, limit)
        .map(found -> Reply.ok(new StatementView.Page(views(found), next(found, limit))));
  }

  private Future<Reply> replay(Call call) {
    return service
        .replay(call.path("statementId"), call.idempotencyKey())
        .onSuccess(statement -> replayed.run())
        .map(statement -> Reply.json(202, StatementView.of(statement)));
  }

  private static List<StatementView> views(List<Statement> found) {
    return found.stream().map(StatementView::of).toList();
  }

  private static Optional<String> next(List<Statement> found, int limit) {
    return found.size() < limit
        ? Optional.empty()
        : Optional.of(cursor(found.get(found.size() - 1).sequence()));
  }

  static String cursor(long sequence) {
    var text = Long.toString(sequence).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static long sequence(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Long.parseLong(text);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "after", "cursor", List.of())));
    }
  }
}
