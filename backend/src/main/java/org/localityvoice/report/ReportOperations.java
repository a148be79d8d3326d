package org.localityvoice.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Json;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.PlainText;
import org.localityvoice.locality.Priority;
import org.localityvoice.mongo.DerivedId;

/** The operations of the contract about one report. */
final class ReportOperations {
  private static final int PAGE = 50;

  private final IntakeService intake;
  private final ReportService reports;
  private final AffectedService affected;
  private final PhotoService photos;
  private final List<String> languages;

  /**
   * The operations.
   *
   * @param languages there are texts in, for refusals that quote the area file
   */
  ReportOperations(
      IntakeService intake,
      ReportService reports,
      AffectedService affected,
      PhotoService photos,
      List<String> languages) {
    this.intake = intake;
    this.reports = reports;
    this.affected = affected;
    this.photos = photos;
    this.languages = languages;
  }

  private record Page(List<ReportView> items, Optional<String> next) {}

  void addTo(Api api) {
    api.on("submitReport", this::submit)
        .on("getReport", this::get)
        .on("listMyReports", this::mine)
        .on("joinReport", this::join)
        .on("answerFollowUp", this::answer)
        .on("commentOnReport", this::comment)
        .on("moveReport", this::move)
        .on("assignReport", this::assign)
        .on("prioritiseReport", this::prioritise)
        .on("moderateReport", this::moderate)
        .on("addReportPhotos", this::addPhotos)
        .on("getReportPhoto", this::photo);
  }

  private Future<Reply> submit(Call call) {
    var sent = call.body(NewReport.class);
    var who = Credentials.of(call.holder(), sent.secret());
    // Whoever stays anonymous is known by the secret alone, even to a retry from when they were
    // signed out; and not even a digest is made of who they are.
    var known = sent.anonymous() ? Credentials.of(Optional.empty(), sent.secret()) : who;
    return intake
        .take(
            sent,
            Origin.APP,
            call.holder(),
            call.language(languages),
            DerivedId.of(Json.canonical(call.body(JsonNode.class)), known.name()))
        .map(
            taken -> {
              // Of a confidential report somebody else's reporter sees no more than this.
              var view = still(taken.report(), who);
              return taken.fresh()
                  ? Reply.created("/v1/reports/" + taken.report().id(), view)
                  : Reply.ok(view);
            });
  }

  private Future<Reply> get(Call call) {
    var who = who(call);
    return reports.find(id(call), who).map(report -> Reply.ok(view(report, who)));
  }

  private Future<Reply> mine(Call call) {
    var limit = call.number("limit", PAGE);
    var who = Credentials.of(call.caller());
    return affected
        .of(call.caller(), ReportCursor.read(call.query("after")), limit + 1)
        .map(
            found -> {
              var items = found.stream().limit(limit).map(report -> view(report, who)).toList();
              var next =
                  found.size() > limit
                      ? Optional.of(ReportCursor.of(found.get(limit)))
                      : Optional.<String>empty();
              return Reply.ok(new Page(items, next));
            });
  }

  private Future<Reply> join(Call call) {
    return seen(affected.join(id(call), who(call)), call);
  }

  private Future<Reply> answer(Call call) {
    var given = call.body(Bodies.NewVerdict.class).given();
    return seen(affected.answer(id(call), who(call), given, request(call)), call);
  }

  private Future<Reply> comment(Call call) {
    var comment = call.body(Bodies.NewComment.class);
    var text = comment.words();
    return reports
        .staff(id(call), who(call))
        .compose(
            staff ->
                staff
                    ? reports.comment(id(call), call.caller(), text, comment.open(), request(call))
                    : affected.write(id(call), who(call), text, request(call)))
        .map(report -> Reply.ok(view(report, who(call))));
  }

  private Future<Reply> move(Call call) {
    var wanted = call.body(Bodies.NewMove.class).wanted();
    return reports
        .move(id(call), call.caller(), wanted, request(call))
        .map(report -> Reply.ok(still(report, who(call))));
  }

  private Future<Reply> assign(Call call) {
    var body = call.body(Bodies.NewAssignment.class);
    var note = body.note().map(PlainText::of).filter(text -> !text.isEmpty());
    return reports
        .assign(id(call), call.caller(), body.owner(), note, request(call))
        .map(report -> Reply.ok(still(report, who(call))));
  }

  /** Whoever has just given a report away sees that it is gone, even where they see no more. */
  private static ReportView still(Report report, Credentials who) {
    return Access.seenBy(report, who)
        .map(viewer -> ReportViews.of(report, viewer))
        .orElseGet(() -> ReportViews.gone(report));
  }

  private Future<Reply> prioritise(Call call) {
    var priority = Priority.of(call.body(Bodies.NewPriority.class).priority()).orElseThrow();
    return seen(reports.prioritise(id(call), call.caller(), priority), call);
  }

  private Future<Reply> moderate(Call call) {
    var body = call.body(Bodies.NewPublication.class);
    // What could refuse comes before what changes anything.
    return seen(
        photos
            .check(id(call), call.caller(), body.decisions())
            .compose(fine -> reports.moderate(id(call), call.caller(), body.wanted()))
            .compose(
                report ->
                    body.decisions().isEmpty()
                        ? Future.succeededFuture(report)
                        : photos.moderate(id(call), call.caller(), body.decisions())),
        call);
  }

  private Future<Reply> addPhotos(Call call) {
    var sent = call.body(Bodies.NewReportPhotos.class).photos();
    return seen(photos.add(id(call), who(call), sent), call);
  }

  private Future<Reply> photo(Call call) {
    var small = call.query("size").filter("thumbnail"::equals).isPresent();
    return photos
        .picture(id(call), who(call), call.path("photoId"), small)
        .map(picture -> Reply.of("image/jpeg", picture));
  }

  private static Future<Reply> seen(Future<Report> changed, Call call) {
    return changed.map(report -> Reply.ok(view(report, who(call))));
  }

  private static ReportView view(Report report, Credentials who) {
    return ReportViews.of(report, Access.viewer(report, who));
  }

  private static String id(Call call) {
    return call.path("reportId");
  }

  private static Credentials who(Call call) {
    return Credentials.of(call.holder(), call.header("Report-Secret"));
  }

  private static Changes.Request request(Call call) {
    var key = DerivedId.of(who(call).name(), call.idempotencyKey());
    return new Changes.Request(key, DerivedId.of(Json.canonical(call.body(JsonNode.class))));
  }
}
