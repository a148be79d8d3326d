package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index kept in the file, unique or not: a sorted set of the fields' bytes followed by the
 * document's position. Changed by the writing thread only; any thread may read.
 */
final class StoreIndex extends Index<Long> {
  private final MVMap<Key, Boolean> entries;
  private final MVMap<String, String> states;
  private final List<Entries.Field> fields;
  private final boolean unique;
  private final String mapName;
  private volatile State state;

  StoreIndex(
      String name,
      List<IndexKey> keys,
      boolean sparse,
      boolean unique,
      MVMap<Key, Boolean> entries,
      MVMap<String, String> states) {
    super(name, keys, sparse);
    this.entries = entries;
    this.states = states;
    this.unique = unique;
    this.fields = keys.stream().map(Entries.Field::of).toList();
    this.mapName = entries.getName();
    this.state = State.read(states.getOrDefault(mapName, State.UNBUILT.text()), fields.size());
  }

  List<Entries.Field> fields() {
    return fields;
  }

  MVMap<Key, Boolean> entries() {
    return entries;
  }

  /** Whether documents without the fields are not in it. */
  boolean leavesOut() {
    return isSparse();
  }

  /**
   * Whether each document so far had one ordered value there: then entries sort documents by it.
   */
  boolean isRegular(int field) {
    return !state.irregular().contains(field);
  }

  /** Remembered in the file, since an index without entries may still be complete. */
  void markBuilt() {
    become(new State(true, state.irregular()));
  }

  private void become(State next) {
    states.put(mapName, next.text());
    state = next;
  }

  void remove(Document document, long position) {
    for (Key key : entriesOf(document)) {
      entries.remove(key.then(position));
    }
  }

  @Override
  public @Nullable Long getPosition(Document document) {
    return isPrimary(this) ? find(Keys.of(document.get("_id"))) : null;
  }

  static boolean isPrimary(Index<Long> index) {
    return index.getName().equals("_id_");
  }

  /** The position of the one document under this key, in a unique index. */
  @Nullable Long find(Key key) {
    Key entry = entries.ceilingKey(key);
    return entry != null && entry.startsWith(key) ? entry.lastLong() : null;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Long> collection) {
    for (Key key : entriesOf(document)) {
      if (unique && find(key) != null) {
        throw duplicate(document, collection);
      }
    }
  }

  private DuplicateKeyError duplicate(Document document, MongoCollection<Long> collection) {
    List<Object> values =
        fields.stream()
            .map(field -> Utils.getSubdocumentValueCollectionAware(document, field.path()))
            .toList();
    return new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
  }

  @Override
  public void add(Document document, Long position, MongoCollection<Long> collection) {
    for (Key key : entriesOf(document)) {
      entries.put(key.then(position), true);
    }
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Long> collection) {
    var old = entriesOf(before);
    for (Key key : entriesOf(after)) {
      if (unique && !old.contains(key) && find(key) != null) {
        throw duplicate(after, collection);
      }
    }
    if (isPrimary(this)) {
      // What cannot be stored must fail here, before any index has changed.
      Bytes.encode(after);
    }
  }

  /** New entries first, so that a reader in between sees the document twice rather than never. */
  @Override
  public void updateInPlace(
      Document before, Document after, Long position, MongoCollection<Long> collection) {
    var old = entriesOf(before);
    var now = entriesOf(after);
    for (Key key : now) {
      if (!old.contains(key)) {
        entries.put(key.then(position), true);
      }
    }
    for (Key key : old) {
      if (!now.contains(key)) {
        entries.remove(key.then(position));
      }
    }
  }

  private Set<Key> entriesOf(Document document) {
    Entries found = Entries.of(document, fields);
    if (isSparse() && !found.present()) {
      return Set.of();
    }
    if (!state.irregular().containsAll(found.irregular())) {
      become(state.with(found.irregular()));
    }
    return found.keys();
  }

  @Override
  public Long remove(Document document) {
    throw new UnsupportedOperationException("the collection removes by position");
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Long> getPositions(Document query) {
    throw new UnsupportedOperationException("queries are planned");
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return toIndexDescription().equals(other.toIndexDescription());
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  @Override
  public boolean isEmpty() {
    return !state.built();
  }

  @Override
  public long getDataSize() {
    return entries.sizeAsLong();
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public void drop() {
    states.remove(mapName);
  }

  /**
   * What is known of the whole index. Kept as {@code UNBUILT}, {@code REGULAR}, {@code IRREGULAR}
   * for all fields (as first versions said it), or {@code IRREGULAR 0 2} for some.
   *
   * @param irregular positions of the fields in which some document had several values
   */
  private record State(boolean built, Set<Integer> irregular) {
    static final State UNBUILT = new State(false, Set.of());

    State {
      irregular = Set.copyOf(irregular);
    }

    static State read(String text, int fields) {
      return switch (text) {
        case "UNBUILT" -> UNBUILT;
        case "REGULAR" -> new State(true, Set.of());
        case "IRREGULAR" ->
            new State(true, IntStream.range(0, fields).boxed().collect(Collectors.toSet()));
        default ->
            new State(
                true,
                Arrays.stream(text.substring("IRREGULAR ".length()).split(" ", -1))
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet()));
      };
    }

    String text() {
      if (!built || irregular.isEmpty()) {
        return built ? "REGULAR" : "UNBUILT";
      }
      return irregular.stream()
          .sorted()
          .map(String::valueOf)
          .collect(Collectors.joining(" ", "IRREGULAR ", ""));
    }

    State with(Set<Integer> more) {
      Set<Integer> all = new TreeSet<>(irregular);
      all.addAll(more);
      return new State(built, all);
    }
  }
}
