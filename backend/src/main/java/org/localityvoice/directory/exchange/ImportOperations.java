package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.directory.Bringing;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.Directory;
import org.localityvoice.directory.DirectoryWork;
import org.localityvoice.directory.exchange.ImportService.Outcome;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations that bring files into the directory. */
public final class ImportOperations {
  private static final int MOST_ROWS = 300;

  private final Vertx vertx;
  private final Directory directory;
  private final DirectoryWork work;
  private final ImportService imports;
  private final Messages messages;
  private final Runnable written;

  /**
   * The operations.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  public ImportOperations(
      Vertx vertx,
      Directory directory,
      Bringing bringing,
      DirectoryWork work,
      Messages messages,
      Runnable written) {
    this.vertx = vertx;
    this.directory = directory;
    this.work = work;
    this.messages = messages;
    this.written = written;
    imports = new ImportService(bringing);
  }

  /** Binds them. */
  public void addTo(Api api) {
    var parcels = new Parcels(api);
    api.on("importDirectory", call -> bring(call, parcels))
        .on("importDirectoryPostcodes", this::postcodes);
  }

  private record FaultView(String place, String detail) {}

  private record RowView(
      int row,
      Optional<String> id,
      String verdict,
      Optional<List<FaultView>> errors,
      Optional<List<String>> notes) {}

  private record ImportView(boolean dryRun, List<RowView> rows) {}

  private Future<Reply> bring(Call call, Parcels parcels) {
    var mode = new Mode(call.flag("dryRun"), call.flag("overwrite"), call.flag("publish"));
    var caller = call.caller();
    var language = call.language(messages.languages());
    return directory
        .needsByName()
        .compose(
            needs -> {
              var whose =
                  new Whose(call.query("keeper").orElseThrow(), call.list("localities"), needs);
              return vertx.executeBlocking(() -> rows(call, whose));
            })
        .compose(rows -> imports.bring(rows, parcels::faults, mode, caller))
        .onComplete(done -> written.run())
        .map(
            outcomes ->
                Reply.ok(
                    new ImportView(
                        mode.dryRun(),
                        outcomes.stream().map(one -> view(one, language)).toList())));
  }

  private static List<Row> rows(Call call, Whose whose) {
    return call.hasBytes()
        ? new CsvServices(whose).read(call.bytes().getBytes(), MOST_ROWS)
        : new OrukFeed(whose).read(call.body(JsonNode.class), MOST_ROWS);
  }

  private RowView view(Outcome outcome, String language) {
    var errors =
        outcome.refusal().isPresent()
            ? List.of(new FaultView("", sentence(outcome.refusal().get(), language)))
            : outcome.faults().stream().map(one -> fault(one, language)).toList();
    var read =
        outcome.row() instanceof Row.Read good ? Optional.of(good) : Optional.<Row.Read>empty();
    return new RowView(
        outcome.row().number(),
        read.map(Row.Read::id),
        outcome.verdict().map(verdict -> verdict.name().toLowerCase(Locale.ROOT)).orElse("invalid"),
        Optional.of(errors).filter(all -> !all.isEmpty()),
        read.map(Row.Read::notes).filter(all -> !all.isEmpty()));
  }

  private FaultView fault(Violation one, String language) {
    return new FaultView(
        one.place(), messages.text(language, "violation." + one.code(), one.arguments()));
  }

  private String sentence(Problem problem, String language) {
    return messages.text(language, "problem." + problem.code(), problem.arguments());
  }

  private record TakenView(int postcodes) {}

  private Future<Reply> postcodes(Call call) {
    var file = call.bytes().getBytes();
    return vertx
        .executeBlocking(() -> PostcodeFile.read(file))
        .compose(all -> work.learn(all).map(done -> Reply.ok(new TakenView(all.size()))));
  }
}
