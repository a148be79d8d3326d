package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.DirectoryWork;
import org.localityvoice.directory.exchange.DirectoryImport.Fault;
import org.localityvoice.directory.exchange.DirectoryImport.Into;
import org.localityvoice.directory.exchange.DirectoryImport.Line;
import org.localityvoice.directory.exchange.DirectoryImport.Source;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.http.Reply;
import org.localityvoice.i18n.Messages;

/** The operations that bring files into the directory. */
public final class ImportOperations {
  private final Vertx vertx;
  private final DirectoryImport imports;
  private final DirectoryWork work;
  private final Messages messages;
  private final Runnable written;

  /**
   * The operations.
   *
   * @param written to be run after a change, so that what follows from it need not wait
   */
  public ImportOperations(
      Vertx vertx,
      DirectoryImport imports,
      DirectoryWork work,
      Messages messages,
      Runnable written) {
    this.vertx = vertx;
    this.imports = imports;
    this.work = work;
    this.messages = messages;
    this.written = written;
  }

  /** Binds them. */
  public void addTo(Api api) {
    api.on("importDirectory", call -> bring(call, api::schema))
        .on("importDirectoryPostcodes", this::postcodes);
  }

  private record RowView(
      int row,
      Optional<String> id,
      String verdict,
      Optional<List<Fault>> errors,
      Optional<List<String>> notes) {}

  private record ImportView(boolean dryRun, List<RowView> rows) {}

  private Future<Reply> bring(Call call, Function<String, ContractSchema> schemas) {
    var mode = new Mode(call.flag("dryRun"), call.flag("overwrite"), call.flag("publish"));
    var into =
        new Into(call.query("keeper").orElseThrow(), call.list("localities"), mode, call.caller());
    var source =
        call.hasBytes() ? new Source.Csv(call.bytes()) : new Source.Feed(call.body(JsonNode.class));
    return imports
        .run(source, into, schemas, call.language(messages.languages()))
        .onComplete(done -> written.run())
        .map(
            lines ->
                Reply.ok(
                    new ImportView(
                        mode.dryRun(), lines.stream().map(ImportOperations::view).toList())));
  }

  private static RowView view(Line line) {
    return new RowView(
        line.row(),
        line.id(),
        line.verdict(),
        Optional.of(line.faults()).filter(all -> !all.isEmpty()),
        Optional.of(line.notes()).filter(all -> !all.isEmpty()));
  }

  private record TakenView(int postcodes) {}

  private Future<Reply> postcodes(Call call) {
    var file = call.bytes().getBytes();
    return vertx
        .executeBlocking(() -> PostcodeFile.read(file))
        .compose(all -> work.learn(all).map(done -> Reply.ok(new TakenView(all.size()))));
  }
}
