package org.localityvoice.survey.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Preconditions;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;

/** The operations on drafts and versions of questionnaires. */
public final class DraftOperations {
  private static final String NAME = "questionnaireId";

  private final DraftService drafts;
  private final PublishingService publishing;
  private final DraftStore store;
  private final Questionnaires questionnaires;
  private final Messages messages;

  DraftOperations(
      DraftService drafts,
      PublishingService publishing,
      DraftStore store,
      Questionnaires questionnaires,
      Messages messages) {
    this.drafts = drafts;
    this.publishing = publishing;
    this.store = store;
    this.questionnaires = questionnaires;
    this.messages = messages;
  }

  void addTo(Api api) {
    api.on("listQuestionnaires", this::list)
        .on("getQuestionnaireVersion", this::version)
        .on("publishQuestionnaire", this::publish)
        .on("getQuestionnaireDraft", this::draft)
        .on("putQuestionnaireDraft", this::put)
        .on("checkQuestionnaireDraft", this::completeness)
        .on("previewQuestionnaireDraft", this::preview)
        .on("compareQuestionnaireDraft", this::difference);
  }

  private Future<Reply> list(Call call) {
    return Future.all(questionnaires.newest(), store.names())
        .map(
            found -> {
              Map<String, Integer> newest = found.resultAt(0);
              List<String> names = found.resultAt(1);
              var all = new TreeSet<>(newest.keySet());
              all.addAll(names);
              return Reply.ok(
                  new DraftViews.ListView(
                      all.stream()
                          .map(
                              name ->
                                  new DraftViews.Listed(
                                      name,
                                      Optional.ofNullable(newest.get(name)),
                                      names.contains(name)))
                          .toList()));
            });
  }

  private Future<Reply> version(Call call) {
    return questionnaires
        .version(call.path(NAME), Integer.parseInt(call.path("version")))
        .map(found -> Reply.tagged(DraftViews.version(found.orElseThrow(Problem::notFound))));
  }

  private Future<Reply> draft(Call call) {
    return drafts
        .draft(call.path(NAME))
        .map(draft -> tagged(draft, Reply.ok(DraftViews.draft(draft))));
  }

  private Future<Reply> put(Call call) {
    var form = DraftReader.read(call.path(NAME), call.body(JsonNode.class));
    return drafts.put(form, Preconditions.seen(call), call.caller()).map(DraftOperations::put);
  }

  /** The answer to a draft that was sent. */
  public static Reply put(DraftService.Put put) {
    return tagged(
        put.draft(), Reply.json(put.created() ? 201 : 200, DraftViews.draft(put.draft())));
  }

  /** The same with the draft's ETag. */
  public static Reply tagged(Draft draft, Reply reply) {
    return reply
        .with("ETag", '"' + String.valueOf(draft.version()) + '"')
        .with("Cache-Control", "no-cache");
  }

  private Future<Reply> publish(Call call) {
    return publishing
        .publish(
            call.path(NAME),
            call.idempotencyKey(),
            Preconditions.seen(call).orElseThrow(Preconditions::missing),
            call.caller())
        .map(
            form ->
                Reply.created(
                    "/v1/questionnaires/" + form.name() + "/versions/" + form.version(),
                    DraftViews.version(form)));
  }

  private Future<Reply> completeness(Call call) {
    var language = call.language(messages.languages());
    return publishing
        .outlook(call.path(NAME))
        .map(outlook -> Reply.ok(completeness(outlook.faults(), language)));
  }

  private DraftViews.Completeness completeness(List<Violation> faults, String language) {
    return new DraftViews.Completeness(
        faults.isEmpty(),
        faults.stream()
            .filter(fault -> fault.code().equals("form-text"))
            .map(
                fault ->
                    new DraftViews.Missing(
                        "#" + fault.place(), String.valueOf(fault.arguments().get(0))))
            .toList(),
        faults.stream()
            .filter(fault -> !fault.code().equals("form-text"))
            .map(
                fault ->
                    new DraftViews.Flaw(
                        "#" + fault.place(),
                        messages.text(language, "violation." + fault.code(), fault.arguments())))
            .toList());
  }

  private Future<Reply> preview(Call call) {
    return publishing
        .outlook(call.path(NAME))
        .map(
            outlook -> {
              var form = outlook.next();
              var language = call.language(form.languages());
              return Reply.ok(Questionnaires.onThePhone(form, language))
                  .with("Content-Language", language)
                  .with("Vary", "Accept-Language");
            });
  }

  private Future<Reply> difference(Call call) {
    return publishing
        .outlook(call.path(NAME))
        .map(
            outlook ->
                Reply.ok(
                    new DraftViews.DifferenceView(
                        outlook.latest().map(Questionnaire::version),
                        outlook
                            .latest()
                            .map(
                                old ->
                                    Difference.between(
                                        Questionnaires.content(old),
                                        Questionnaires.content(outlook.next())))
                            .orElse(List.of()),
                        outlook.series())));
  }
}
