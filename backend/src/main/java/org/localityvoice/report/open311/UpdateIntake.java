package org.localityvoice.report.open311;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Form;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Partner;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.report.Credentials;
import org.localityvoice.report.Move;
import org.localityvoice.report.Refusal;
import org.localityvoice.report.Report;
import org.localityvoice.report.SystemReports;
import org.localityvoice.report.SystemReports.SystemMove;
import org.localityvoice.report.Verdict;

/**
 * Takes updates from other systems. The system of a report's owner moves it on, as far as the life
 * cycle allows; the system a report came from speaks for its reporter; others may say nothing.
 */
record UpdateIntake(Areas areas, Clients clients, SystemReports reports) {
  private static final int LONGEST_ID = 200;

  /** Takes an update; a retry gets the first answer. */
  Future<Document> take(Form form) {
    var fields = new Fields(form);
    return clients
        .of(fields.text("api_key").orElse(""))
        .compose(
            client ->
                areas
                    .area()
                    .compose(area -> take(fields, client, area.orElseThrow(Problem::notFound))));
  }

  private Future<Document> take(Fields fields, Client client, Area area) {
    Jurisdiction.check(fields.text("jurisdiction_id"), area);
    var id =
        fields
            .text("service_request_id", LONGEST_ID)
            .or(() -> fields.text("fixmystreet_id", LONGEST_ID).map(client::reportId));
    if (id.isEmpty()) {
      fields.fault("service_request_id", "required");
    }
    var update = UpdateForm.of(fields);
    var photos = fields.photos();
    fields.check();
    return reports
        .find(id.orElseThrow(Problem::notFound))
        // Confidential ones do not exist for other systems, not even for their owner's.
        .map(found -> found.filter(one -> !one.confidential()).orElseThrow(Problem::notFound))
        .compose(report -> withPhotos(report, client, update, photos))
        .compose(report -> apply(report, client, area, update))
        .recover(Places::named)
        .map(done -> receipt(client.updateId(update.updateId())));
  }

  private Future<Report> withPhotos(
      Report report, Client client, UpdateForm update, List<Buffer> photos) {
    if (photos.isEmpty() || !(client.owns(report) || client.sent(report))) {
      return Future.succeededFuture(report);
    }
    var who =
        client.owns(report)
            ? Credentials.of(client.officer(report, client.updateId(update.updateId())))
            : client.reporter(report.id());
    return new SentPhotos(reports, client)
        .take(photos)
        .compose(sent -> reports.addPhotos(report.id(), who, sent, client.key().id()));
  }

  private Future<Report> apply(Report report, Client client, Area area, UpdateForm update) {
    if (client.owns(report)) {
      return byOwner(report, client, area, update);
    }
    if (client.sent(report)) {
      return byReporter(report, client, update);
    }
    throw report.publication().listed()
        ? Problem.of(ProblemType.FORBIDDEN, "report-of-others")
        : Problem.notFound();
  }

  private Future<Report> byOwner(Report report, Client client, Area area, UpdateForm update) {
    var officer = client.officer(report, client.updateId(update.updateId()));
    var move = StatusWords.move(update.word()).filter(to -> !already(report, to));
    return move.map(
            to ->
                reports.move(
                    report.id(), officer, wanted(to, area, report, update), update.once(client)))
        .orElseGet(
            () -> reports.comment(report.id(), officer, update.description(), update.once(client)));
  }

  /** A client that says again what it has said before only wants its words heard. */
  private static boolean already(Report report, Move move) {
    return report.standing().state() == move.to();
  }

  private static SystemMove wanted(Move move, Area area, Report report, UpdateForm update) {
    var owner = report.standing().owner();
    var refusal =
        StatusWords.reason(update.word())
            .map(
                reason ->
                    new Refusal(
                        reason,
                        area.partner(owner).map(Partner::name).orElse(owner),
                        update.description()));
    return new SystemMove(
        move,
        Optional.of(update.description()).filter(text -> refusal.isEmpty()),
        refusal,
        update.duplicateOf().filter(id -> move == Move.MERGE));
  }

  private Future<Report> byReporter(Report report, Client client, UpdateForm update) {
    var reporter = client.reporter(report.id());
    return switch (update.word()) {
      case "fixed" ->
          reports.answer(
              report.id(), reporter, Verdict.FIXED, update.description(), update.once(client));
      case "reopen" ->
          reports.answer(
              report.id(), reporter, Verdict.NO, update.description(), update.once(client));
      default -> reports.write(report.id(), reporter, update.description(), update.once(client));
    };
  }

  private static Document receipt(String updateId) {
    return new Document("service_request_updates", List.of(new Rows.UpdateReceipt(updateId)));
  }
}
