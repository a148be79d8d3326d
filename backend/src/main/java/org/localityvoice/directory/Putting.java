package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Makes an entry or changes it, each time by one write. */
final class Putting<C, T extends Entry<C>> {
  private final EntryKind kind;
  private final EntryStore<T> store;

  Putting(EntryKind kind, EntryStore<T> store) {
    this.kind = kind;
    this.store = store;
  }

  /** An entry, and whether it was made just now. */
  record Put<T>(T entry, boolean created) {}

  /**
   * Makes an entry or changes it.
   *
   * @param seen the edition that is meant; empty where there must be none yet
   * @param made the entry where there is none yet; pure, like the next
   * @param next what the entry becomes
   */
  Future<Put<T>> put(
      String id,
      C content,
      Optional<Long> seen,
      Editor editor,
      Function<Edit, T> made,
      BiFunction<T, Edit, T> next) {
    return seen.isPresent()
        ? store.change(id, before -> changed(before, content, seen.get(), editor, next))
        : store
            .add(made.apply(editor.makes(kind, id)))
            .compose(
                added ->
                    store
                        .find(id)
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .map(entry -> new Put<>(same(entry, content), added)));
  }

  private static <C, T extends Entry<C>> T same(T found, C content) {
    if (!found.content().equals(content)) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    return found;
  }

  private Decision<T, Put<T>> changed(
      T before, C content, long seen, Editor editor, BiFunction<T, Edit, T> next) {
    if (before.content().equals(content)) {
      return Decision.keep(new Put<>(before, false));
    }
    if (before.edition() != seen) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
    var fields = Fields.changed(before.content(), content);
    var edit = editor.edit(kind, before.id(), seen + 1, Edit.Action.CHANGED, fields);
    var after = next.apply(before, edit);
    return Decision.replace(after, new Put<>(after, false));
  }
}
