package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;

/** One database: its collections and indexes are maps of the file. */
final class StoreDatabase extends AbstractMongoDatabase<Long> {
  private final StoreFile file;

  StoreDatabase(String name, StoreFile file, CursorRegistry cursors) {
    super(name, cursors);
    this.file = file;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Long> openOrCreateCollection(String name, CollectionOptions options) {
    return new StoreCollection(this, name, options, cursorRegistry, file);
  }

  @Override
  protected Index<Long> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return index(collection, name, keys, sparse, true);
  }

  @Override
  protected Index<Long> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return index(collection, name, keys, sparse, false);
  }

  private Index<Long> index(
      String collection, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
    var entries = file.entries(getFullCollectionNamespace(collection), name);
    return new StoreIndex(name, keys, sparse, unique, entries, file.indexStates());
  }

  @Override
  protected void dropIndex(MongoCollection<Long> collection, String name) {
    super.dropIndex(collection, name);
    file.removeEntries(collection.getFullName(), name);
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    file.removeDocuments(getFullCollectionNamespace(name));
  }

  /** Refused: its indexes would have to move along, and nothing here renames collections. */
  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String name) {
    throw new MongoServerError(
        115, "CommandNotSupported", "the embedded store does not rename collections");
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    return switch (command) {
      case "aggregate" -> aggregate(channel, query, databases, oplog);
      case "insert" ->
          Answers.counted(query, super.handleCommand(channel, command, query, databases, oplog));
      case "dropIndexes" -> dropIndexes(channel, query, databases, oplog);
      case "update" -> update(channel, query, databases, oplog);
      default -> super.handleCommand(channel, command, query, databases, oplog);
    };
  }

  /** The inherited command, given a name, forgets the indexes of that name in all collections. */
  private Document dropIndexes(
      Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
    if (query.get("index") instanceof String name
        && query.get("dropIndexes") instanceof String collectionName
        && resolveCollection(collectionName, false) instanceof StoreCollection collection) {
      for (Index<Long> index : List.copyOf(collection.getIndexes())) {
        if (name.equals(index.getName()) || (name.equals("*") && !StoreIndex.isPrimary(index))) {
          Document one = query.clone().append("index", index.toIndexDescription().get("key"));
          super.handleCommand(channel, "dropIndexes", one, databases, oplog);
        }
      }
      return new Document("ok", 1.0);
    }
    return super.handleCommand(channel, "dropIndexes", query, databases, oplog);
  }

  /** A leading match reads by index instead of everything. */
  private Document aggregate(
      Channel channel, Document asked, DatabaseResolver databases, Oplog oplog) {
    // The answer is one batch, whatever batch size was asked for.
    Document query = asked.clone().append("cursor", new Document());
    List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
    if (pipeline.isEmpty()
        || !(pipeline.get(0).get("$match") instanceof Document match)
        || !(query.get("aggregate") instanceof String name)
        || !(resolveCollection(name, false) instanceof StoreCollection collection)) {
      return super.handleCommand(channel, "aggregate", query, databases, oplog);
    }
    var rest = pipeline.subList(1, pipeline.size());
    Aggregation aggregation = Aggregation.fromPipeline(rest, databases, this, collection, oplog);
    aggregation.validate(query);
    List<Document> result = aggregation.runStages(collection.matching(match));
    Document cursor =
        new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", result);
    return new Document("cursor", cursor).append("ok", 1.0);
  }

  /** Ordered updates stop at the first that fails; the inherited command goes on. */
  private Document update(
      Channel channel, Document query, DatabaseResolver databases, Oplog oplog) {
    List<Document> updates = Answers.documents(query, "updates");
    if (updates.size() < 2 || Boolean.FALSE.equals(query.get("ordered"))) {
      return super.handleCommand(channel, "update", query, databases, oplog);
    }
    List<Document> answers = new ArrayList<>();
    for (Document update : updates) {
      Document one = query.clone();
      one.put("updates", List.of(update));
      Document answer = super.handleCommand(channel, "update", one, databases, oplog);
      answers.add(answer);
      if (answer.containsKey("writeErrors")) {
        break;
      }
    }
    return Answers.together(answers);
  }

  @Override
  protected long getFileSize() {
    return file.size();
  }

  @Override
  protected long getStorageSize() {
    return file.size();
  }
}
