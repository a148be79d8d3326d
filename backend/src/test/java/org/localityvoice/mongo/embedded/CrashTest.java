package org.localityvoice.mongo.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.mongo.embedded.Driver.all;
import static org.localityvoice.mongo.embedded.Driver.one;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);

  @TempDir Path folder;

  private final Random random = new Random();
  private final Acknowledged acknowledged = new Acknowledged();

  @Test
  void a_kill_at_any_moment_loses_no_acknowledged_write_and_breaks_no_index() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      runAndKill("AFTER_COMMIT", 200 + random.nextInt(1_500));
      assertThat(lost()).as("lost in round %d", round).isEmpty();
    }
  }

  /** The guard off: were answers to leave before their commit, the test above would notice. */
  @Test
  void control_the_same_check_finds_what_answers_before_the_commit_lose() throws Exception {
    List<String> lost = new ArrayList<>();
    for (int round = 0; round < 5 && lost.isEmpty(); round++) {
      runAndKill("BEFORE_COMMIT", 2_000);
      lost.addAll(lost());
    }
    assertThat(lost).isNotEmpty();
  }

  private void runAndKill(String answers, int writes) throws Exception {
    try (Child child = Child.start(folder, answers)) {
      child.awaitLine("ready");
      child.await(writes).forEach(acknowledged::add);
      child.kill().forEach(acknowledged::add);
    }
  }

  /** What was acknowledged and is not there, and what indexes say otherwise than documents. */
  private List<String> lost() throws StoreUnavailableException {
    List<String> faults = new ArrayList<>();
    try (var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
        var client = Driver.connect(store.connectionString())) {
      MongoDatabase database = client.getDatabase("crash");
      Set<String> names = new HashSet<>(all(database.listCollectionNames()));
      acknowledged.created.stream().filter(name -> !names.contains(name)).forEach(faults::add);
      for (String name : List.of("documents0", "documents1")) {
        compare(database, name, faults);
      }
      for (Document counter : all(database.getCollection("counters").find())) {
        if (counter.getLong("n") < acknowledged.counts.getOrDefault(counter.getString("_id"), 0L)) {
          faults.add("counter " + counter);
        }
      }
      if (one(database.getCollection("counters").countDocuments()) < acknowledged.counts.size()) {
        faults.add("counters");
      }
    }
    return faults;
  }

  private void compare(MongoDatabase database, String name, List<String> faults) {
    var collection = database.getCollection(name);
    List<Document> documents = all(collection.find());
    Map<String, Document> byId =
        documents.stream().collect(Collectors.toMap(d -> d.getString("_id"), d -> d));
    for (String id : acknowledged.inserted.getOrDefault(name, Set.of())) {
      if (!byId.containsKey(id)) {
        faults.add("inserted " + id);
      }
    }
    for (String id : acknowledged.changed.getOrDefault(name, Set.of())) {
      if (!byId.containsKey(id) || byId.get(id).getInteger("version") != 2) {
        faults.add("changed " + id);
      }
    }
    acknowledged.deleted.getOrDefault(name, Set.of()).stream()
        .filter(byId::containsKey)
        .forEach(id -> faults.add("deleted " + id));
    if (all(collection.listIndexes()).size() != 1 + ChildWriter.INDEXES.size()) {
      faults.add("indexes of " + name);
      return;
    }
    for (int from = 0; from < documents.size(); from += 500) {
      var some = documents.subList(from, Math.min(documents.size(), from + 500));
      for (String unique : List.of("_id", "key")) {
        same(
            faults,
            some,
            all(collection.find(in(unique, some.stream().map(d -> d.get(unique)).toList()))));
      }
    }
    for (int group = 0; group < 7; group++) {
      int wanted = group;
      same(
          faults,
          documents.stream().filter(d -> d.getInteger("group") == wanted).toList(),
          all(collection.find(eq("group", group)).sort(new Document("n", -1))));
      String tag = "t" + group;
      same(
          faults,
          documents.stream().filter(d -> d.getList("tags", String.class).contains(tag)).toList(),
          all(collection.find(eq("tags", tag))));
    }
    same(
        faults,
        documents.stream().filter(d -> d.containsKey("late")).toList(),
        all(collection.find(gt("late", -1))));
    Map<String, Object> keys = keysPerIndex(database, name);
    if (!keys.get("_id_").equals((long) documents.size())
        || !keys.get("key_1").equals(keys.get("_id_"))) {
      faults.add("entries " + keys + " for " + documents.size() + " documents");
    }
  }

  private static Map<String, Object> keysPerIndex(MongoDatabase database, String name) {
    return one(database.runCommand(new Document("validate", name)))
        .get("keysPerIndex", Document.class);
  }

  private static void same(List<String> faults, List<Document> wanted, List<Document> found) {
    Set<String> a =
        wanted.stream().map(d -> d.getString("_id")).collect(Collectors.toCollection(TreeSet::new));
    Set<String> b =
        found.stream().map(d -> d.getString("_id")).collect(Collectors.toCollection(TreeSet::new));
    if (!a.equals(b) || wanted.size() != found.size()) {
      faults.add("an index found " + found.size() + " documents instead of " + wanted.size());
    }
  }

  /** What the store has promised to keep, over all rounds. */
  private static final class Acknowledged {
    final Map<String, Set<String>> inserted = new HashMap<>();
    final Map<String, Set<String>> changed = new HashMap<>();
    final Map<String, Set<String>> deleted = new HashMap<>();
    final Map<String, Long> counts = new HashMap<>();
    final Set<String> created = new HashSet<>();

    void add(String line) {
      String[] words = line.split(" ", 3);
      String collection = "documents" + words[1];
      switch (words[0]) {
        case "inserted" -> put(inserted, collection, words[2]);
        case "changed" -> put(changed, collection, words[2]);
        // Killed in between, the document may be there or not.
        case "deleting" -> {
          inserted.getOrDefault(collection, new HashSet<>()).remove(words[2]);
          changed.getOrDefault(collection, new HashSet<>()).remove(words[2]);
        }
        case "deleted" -> put(deleted, collection, words[2]);
        case "counted" -> counts.merge(words[2], 1L, Long::sum);
        case "created" -> created.add(words[2]);
        default -> throw new IllegalArgumentException(line);
      }
    }

    private static void put(Map<String, Set<String>> all, String collection, String id) {
      all.computeIfAbsent(collection, name -> new HashSet<>()).add(id);
    }
  }
}
