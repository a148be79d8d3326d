package org.localityvoice.report.measure;

import io.vertx.core.Future;
import java.time.LocalDate;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.report.measure.MeasureService.Wanted;

/** The operations about figures. */
final class MeasureOperations {
  private final MeasureService service;
  private final Messages messages;
  private final Reply dictionary;

  MeasureOperations(MeasureService service, Messages messages) {
    this.service = service;
    this.messages = messages;
    this.dictionary = Reply.tagged(MeasureDictionary.of(messages));
  }

  void addTo(Api api) {
    api.on("getReportMeasures", this::exact)
        .on("getOpenReportMeasures", this::open)
        .on("getReportMeasureDictionary", call -> Future.succeededFuture(dictionary));
  }

  private Future<Reply> exact(Call call) {
    var wanted =
        new Wanted(
            call.query("period"),
            call.query("from").map(LocalDate::parse),
            call.query("to").map(LocalDate::parse),
            grouping(call),
            call.query("at").map(LocalDate::parse));
    return service
        .exact(call.path("localityId"), wanted, call.caller())
        .map(measured -> Reply.ok(MeasureViews.exact(measured)));
  }

  private Future<Reply> open(Call call) {
    return service
        .open(call.path("localityId"), call.query("period").orElseThrow(), grouping(call))
        .map(measured -> open(measured, call.language(messages.languages())));
  }

  private Reply open(Measured measured, String language) {
    var words = new MeasureWords(messages, language);
    var total = Numbers.shown(measured.total());
    var asked = measured.asked();
    var at = LocalDate.ofInstant(asked.at(), asked.zone());
    return Reply.tagged(
            MeasureViews.open(
                measured, total, words.of(total, asked.period().name(), at), words.withheld()))
        .with("Content-Language", language)
        .with("Vary", "Accept-Language");
  }

  private static Grouping grouping(Call call) {
    return call.query("by").map(Grouping::of).orElse(Grouping.NONE);
  }
}
