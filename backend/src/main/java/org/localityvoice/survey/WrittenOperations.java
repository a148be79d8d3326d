package org.localityvoice.survey;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;

/** The one way by which answers in people's own words leave the store. */
final class WrittenOperations {
  private static final int PAGE = 50;

  private final WrittenAnswers written;

  WrittenOperations(WrittenAnswers written) {
    this.written = written;
  }

  void addTo(Api api) {
    api.on("listWrittenAnswers", this::list);
  }

  private Future<Reply> list(Call call) {
    return written
        .page(
            call.path("waveId"),
            call.path("questionId"),
            call.caller(),
            call.number("skip", 0),
            call.number("limit", PAGE))
        .map(page -> Reply.ok(page).with("Cache-Control", "no-store"));
  }
}
