package org.localityvoice.survey.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.function.Supplier;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.draft.DraftOperations;
import org.localityvoice.survey.draft.DraftService;

/** Drafts that come from other tools and go to them. */
public final class ExchangeOperations {
  private static final String NAME = "questionnaireId";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Vertx vertx;
  private final DraftService drafts;

  /** The operations, on those drafts. */
  public ExchangeOperations(Vertx vertx, DraftService drafts) {
    this.vertx = vertx;
    this.drafts = drafts;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    var content = api.schema("QuestionnaireContent");
    api.on("getDraftAsSurveyJs", this::surveyJs)
        .on("putDraftFromSurveyJs", call -> fromSurveyJs(call, content))
        .on("getDraftAsXlsForm", this::xlsForm)
        .on("putDraftFromXlsForm", call -> fromXlsForm(call, content));
  }

  private Future<Reply> surveyJs(Call call) {
    return drafts
        .draft(call.path(NAME))
        .map(draft -> DraftOperations.tagged(draft, Reply.ok(SurveyJsWriter.write(draft.form()))));
  }

  private Future<Reply> fromSurveyJs(Call call, ContractSchema content) {
    var survey = call.body(JsonNode.class);
    return put(call, () -> SurveyJsReader.read(survey).form(call.path(NAME), content));
  }

  private Future<Reply> xlsForm(Call call) {
    return drafts
        .draft(call.path(NAME))
        .compose(
            draft ->
                vertx
                    .executeBlocking(() -> XlsxFile.write(XlsFormWriter.write(draft.form())))
                    .map(
                        bytes ->
                            DraftOperations.tagged(
                                draft,
                                Reply.of(XLSX, Buffer.buffer(bytes))
                                    .with(
                                        "Content-Disposition",
                                        "attachment; filename=\"" + draft.id() + ".xlsx\""))));
  }

  private Future<Reply> fromXlsForm(Call call, ContractSchema content) {
    var bytes = call.bytes().getBytes();
    return put(call, () -> XlsFormReader.read(XlsxFile.read(bytes)).form(call.path(NAME), content));
  }

  /**
   * Reading can take a while, so not on the event loop; nothing is kept unless all of it is good.
   */
  private Future<Reply> put(Call call, Supplier<Questionnaire> read) {
    var seen = Preconditions.seen(call);
    return vertx
        .executeBlocking(read::get, false)
        .compose(form -> drafts.put(form, seen, call.caller()))
        .map(DraftOperations::put);
  }
}
