package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.directory.Bringing;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.Directory;
import org.localityvoice.directory.exchange.ImportService.Outcome;
import org.localityvoice.http.ContractSchema;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Brings a file into the directory, for people with a request and for a command alike. */
public final class DirectoryImport {
  private static final int MOST_ROWS = 300;

  private final Vertx vertx;
  private final Directory directory;
  private final ImportService imports;
  private final Messages messages;

  /** The import. */
  public DirectoryImport(Vertx vertx, Directory directory, Bringing bringing, Messages messages) {
    this.vertx = vertx;
    this.directory = directory;
    this.messages = messages;
    imports = new ImportService(bringing);
  }

  /** What a file is. */
  public sealed interface Source {
    /** A CSV file with a header. */
    record Csv(Buffer file) implements Source {}

    /** A whole service of an Open Referral UK feed, or a page of them. */
    record Feed(JsonNode tree) implements Source {}
  }

  /**
   * Whose it becomes.
   *
   * @param keeper id of a partner
   * @param localities of what says none of its own
   */
  public record Into(String keeper, List<String> localities, Mode mode, Caller caller) {
    public Into {
      localities = List.copyOf(localities);
    }
  }

  /** Something that is wrong, in a sentence; the place may be empty. */
  public record Fault(String place, String detail) {}

  /**
   * What became of a row.
   *
   * @param row counted from 1
   * @param id empty where it could not be read
   * @param verdict {@code created}, {@code changed}, {@code unchanged}, {@code differs} or {@code
   *     invalid}
   * @param notes what the file says that the directory does not take
   */
  public record Line(
      int row, Optional<String> id, String verdict, List<Fault> faults, List<String> notes) {
    public Line {
      faults = List.copyOf(faults);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Brings it in.
   *
   * @param schemas the contract's, by their names
   * @param language of the sentences
   * @return fails with a {@link Problem} when the whole file is none
   */
  public Future<List<Line>> run(
      Source source, Into into, Function<String, ContractSchema> schemas, String language) {
    var parcels = new Parcels(schemas);
    return directory
        .needsByName()
        .compose(needs -> vertx.executeBlocking(() -> rows(source, into, needs)))
        .compose(rows -> imports.bring(rows, parcels::faults, into.mode(), into.caller()))
        .map(outcomes -> outcomes.stream().map(one -> line(one, language)).toList());
  }

  private static List<Row> rows(Source source, Into into, Map<String, String> needs) {
    var whose = new Whose(into.keeper(), into.localities(), needs);
    return source instanceof Source.Csv csv
        ? new CsvServices(whose).read(csv.file().getBytes(), MOST_ROWS)
        : new OrukFeed(whose).read(((Source.Feed) source).tree(), MOST_ROWS);
  }

  private Line line(Outcome outcome, String language) {
    var refusal = outcome.refusal();
    var faults =
        refusal.isPresent()
            ? List.of(new Fault("", sentence(refusal.get(), language)))
            : outcome.faults().stream().map(one -> fault(one, language)).toList();
    var read =
        outcome.row() instanceof Row.Read good ? Optional.of(good) : Optional.<Row.Read>empty();
    return new Line(
        outcome.row().number(),
        read.map(Row.Read::id),
        outcome.verdict().map(verdict -> verdict.name().toLowerCase(Locale.ROOT)).orElse("invalid"),
        faults,
        read.map(Row.Read::notes).orElse(List.of()));
  }

  private Fault fault(Violation one, String language) {
    return new Fault(
        one.place(), messages.text(language, "violation." + one.code(), one.arguments()));
  }

  private String sentence(Problem problem, String language) {
    return messages.text(language, "problem." + problem.code(), problem.arguments());
  }
}
