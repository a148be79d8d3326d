package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.localityvoice.directory.DirectoryViews.Named;
import org.localityvoice.directory.Searched.Thing;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operation that tells what people looked for. */
final class UnmetOperations {
  private final UnmetService unmet;
  private final DirectoryReplies replies;

  UnmetOperations(UnmetService unmet, DirectoryReplies replies) {
    this.unmet = unmet;
    this.replies = replies;
  }

  void addTo(Api api) {
    api.on("listDirectoryUnmetSearches", this::list);
  }

  private record SearchedView(
      LocalDate week,
      Optional<Named> need,
      Optional<String> words,
      int searches,
      Optional<Integer> nothing,
      Optional<Integer> few,
      Optional<Integer> enough) {}

  private record ReportView(List<SearchedView> items, List<SearchedView> anywhere) {}

  private Future<Reply> list(Call call) {
    var language = replies.language(call);
    var from = call.query("from").map(LocalDate::parse);
    var to = call.query("to").map(LocalDate::parse);
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw Problem.invalid(
          List.of(new Violation(Violation.In.QUERY, "to", "before-from", List.of())));
    }
    return unmet
        .report(call.path("localityId"), from, to, call.caller())
        .map(
            report ->
                new ReportView(
                    views(report.there(), report.needs(), language),
                    views(report.anywhere(), report.needs(), language)))
        .map(view -> DirectoryReplies.inLanguage(Reply.ok(view), language));
  }

  private static List<SearchedView> views(List<Searched> all, Needs needs, String language) {
    return all.stream().map(one -> view(one, needs, language)).toList();
  }

  private static SearchedView view(Searched one, Needs needs, String language) {
    var isNeed = one.thing() == Thing.NEED;
    return new SearchedView(
        one.week(),
        isNeed ? Optional.of(named(one.value(), needs, language)) : Optional.empty(),
        isNeed ? Optional.empty() : Optional.of(one.value()),
        one.searches(),
        told(one.nothing()),
        told(one.few()),
        told(one.enough()));
  }

  private static Named named(String id, Needs needs, String language) {
    return new Named(
        id, needs.term(id).map(term -> DirectoryViews.name(term, language)).orElse(""));
  }

  private static Optional<Integer> told(int count) {
    return count >= Searched.ENOUGH_TO_TELL ? Optional.of(count) : Optional.empty();
  }
}
