package org.localityvoice.app;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.directory.Bringing.Mode;
import org.localityvoice.directory.exchange.DirectoryImport.Into;
import org.localityvoice.directory.exchange.DirectoryImport.Line;
import org.localityvoice.directory.exchange.DirectoryImport.Source;
import org.localityvoice.http.Contract;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Brings a file of services into the directory, as an admin would. */
final class DirectoryFile {
  private static final String ENGLISH = "en";
  private static final Caller CONSOLE =
      new Caller("console", Set.of(Role.ADMIN), Set.of(), Optional.empty());

  private final Parts parts;

  DirectoryFile(Parts parts) {
    this.parts = parts;
  }

  /**
   * Brings it in.
   *
   * @param name tells by its ending what the file is
   * @return fails with a {@link Problem} when the whole file is none
   */
  Future<List<Line>> run(
      String name, byte[] file, String keeper, List<String> localities, Mode mode) {
    var contract = Contract.load("local");
    return parts
        .directory
        .imports
        .run(
            source(name, file),
            new Into(keeper, localities, mode, CONSOLE),
            contract::schema,
            ENGLISH)
        .compose(lines -> parts.settle().map(settled -> lines));
  }

  private static Source source(String name, byte[] file) {
    return name.endsWith(".json")
        ? new Source.Feed(
            Json.parsed(new String(file, StandardCharsets.UTF_8))
                .orElseThrow(() -> Problem.of(ProblemType.MALFORMED_JSON, "malformed-json", 1, 1)))
        : new Source.Csv(Buffer.buffer(file));
  }

  /** A refusal in plain words. */
  static String sentence(Problem refusal) {
    var messages = Messages.load();
    return refusal.violations().stream()
        .findFirst()
        .map(one -> messages.text(ENGLISH, "violation." + one.code(), one.arguments()))
        .orElseGet(() -> messages.text(ENGLISH, "problem." + refusal.code(), refusal.arguments()));
  }

  /** What became of a row, in a line, and below it what is wrong. */
  static void tell(Line line, PrintWriter out) {
    out.println(
        "Row " + line.row() + ": " + line.verdict() + line.id().map(id -> " " + id).orElse(""));
    line.faults().forEach(one -> out.println("  " + (one.place() + " " + one.detail()).strip()));
    line.notes().forEach(note -> out.println("  not taken: " + note));
  }
}
