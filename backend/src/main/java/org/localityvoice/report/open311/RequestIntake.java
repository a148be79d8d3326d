package org.localityvoice.report.open311;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.localityvoice.http.Form;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Category;
import org.localityvoice.problem.Problem;
import org.localityvoice.report.SystemReports;

/**
 * Takes requests from other systems.
 *
 * @param ids random UUIDs, for clients that do not number what they send
 */
record RequestIntake(Areas areas, Clients clients, SystemReports reports, Supplier<String> ids) {

  /** Takes a request; a retry gets the first answer. */
  Future<Document> take(Form form, String language) {
    var fields = new Fields(form);
    return clients
        .of(fields.text("api_key").orElse(""))
        .compose(client -> areas.area().compose(area -> take(fields, client, area, language)));
  }

  private Future<Document> take(
      Fields fields, Client client, Optional<Area> known, String language) {
    var area = known.orElseThrow(Problem::notFound);
    Jurisdiction.check(fields.text("jurisdiction_id"), area);
    var code = fields.needed("service_code", Fields.LONGEST_CODE);
    fields.check();
    var category =
        new Services(area.reporting(), language).find(code).orElseThrow(Problem::notFound);
    return store(new RequestForm(fields, client), area, category, language);
  }

  private Future<Document> store(RequestForm form, Area area, Category category, String language) {
    var id = form.number().map(form.client()::reportId).orElseGet(ids);
    var origin = form.origin();
    var photos = form.fields().photos();
    // Everything is looked through before a photo is worked on.
    form.report(id, area, category, List.of(), language);
    form.fields().check();
    return reports
        .find(id)
        .compose(
            earlier ->
                earlier.isPresent()
                    ? Future.succeededFuture(earlier.get())
                    : new SentPhotos(reports, form.client())
                        .take(photos)
                        .compose(
                            sent ->
                                reports.take(
                                    form.report(id, area, category, sent, language),
                                    origin,
                                    language)))
        .recover(Places::named)
        .map(taken -> receipt(taken.id()));
  }

  private static Document receipt(String id) {
    return new Document(
        "service_requests", List.of(new Rows.Receipt(id, Optional.empty(), Optional.empty())));
  }
}
