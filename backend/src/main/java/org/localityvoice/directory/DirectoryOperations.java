package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;

/** The operations on one service. */
final class DirectoryOperations {
  private static final String SERVICE = "serviceId";
  private static final int USUAL_PAGE = 50;

  private final DirectoryService services;
  private final HistoryService history;
  private final DirectoryReplies replies;
  private final Runnable written;

  /**
   * The operations.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  DirectoryOperations(
      DirectoryService services,
      HistoryService history,
      DirectoryReplies replies,
      Runnable written) {
    this.services = services;
    this.history = history;
    this.replies = replies;
    this.written = written;
  }

  void addTo(Api api) {
    api.on("getDirectoryService", this::get)
        .on("putDirectoryService", this::put)
        .on(
            "publishDirectoryService",
            call -> done(call, services.publish(call.path(SERVICE), call.caller())))
        .on(
            "unpublishDirectoryService",
            call -> done(call, services.unpublish(call.path(SERVICE), call.caller())))
        .on(
            "assureDirectoryService",
            call -> done(call, services.assure(call.path(SERVICE), call.caller())))
        .on("listDirectoryServiceHistory", this::history);
  }

  private Future<Reply> get(Call call) {
    return services
        .seen(call.path(SERVICE), call.holder())
        .compose(service -> replies.service(call, service, 200));
  }

  private Future<Reply> put(Call call) {
    var content = DirectoryReplies.content(call, ServiceContent.class);
    return services
        .put(call.path(SERVICE), content, Preconditions.seen(call), call.caller())
        .onSuccess(put -> written.run())
        .compose(put -> replies.service(call, put.entry(), put.created() ? 201 : 200));
  }

  private Future<Reply> done(Call call, Future<Provision> change) {
    return change
        .onSuccess(service -> written.run())
        .compose(service -> replies.service(call, service, 200));
  }

  private record Page(List<DirectoryViews.EditView> items, Optional<String> next) {}

  private Future<Reply> history(Call call) {
    var before = call.query("after").map(text -> Cursor.number(Cursor.read(text, 1).get(0)));
    var limit = call.number("limit", USUAL_PAGE);
    return services
        .kept(call.path(SERVICE), call.caller())
        .compose(
            service -> history.ofService(service.id(), before.orElse(Long.MAX_VALUE), limit + 1))
        .map(
            lines -> {
              var page = lines.subList(0, Math.min(limit, lines.size()));
              return Reply.ok(
                  new Page(
                      page.stream().map(line -> DirectoryViews.edit(line.edit())).toList(),
                      lines.size() > limit
                          ? Optional.of(Cursor.text(String.valueOf(page.get(limit - 1).edition())))
                          : Optional.empty()));
            });
  }
}
