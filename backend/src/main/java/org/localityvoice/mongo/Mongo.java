package org.localityvoice.mongo;

import static org.bson.codecs.configuration.CodecRegistries.fromProviders;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.UuidRepresentation;

/** The connection to the store. Each feature asks it for its collections, with their indexes. */
public final class Mongo implements AutoCloseable {
  private final MongoClient client;
  private final MongoDatabase database;
  private final List<Future<?>> indexes = new ArrayList<>();

  private Mongo(MongoClient client, MongoDatabase database) {
    this.client = client;
    this.database = database;
  }

  /**
   * Connects; the first statement finds out whether the store is there.
   *
   * @param uri a MongoDB connection string; without a database name in it, {@code locality-voice}
   */
  public static Mongo connect(String uri) {
    var address = new ConnectionString(uri);
    var registry =
        fromRegistries(
            fromProviders(new SealedRecords()), MongoClientSettings.getDefaultCodecRegistry());
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(address)
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .codecRegistry(registry)
            // Acknowledged means durable, and a read sees every acknowledged write.
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.DEFAULT)
            .readPreference(ReadPreference.primary())
            .applyToClusterSettings(c -> c.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .build();
    var name = address.getDatabase() == null ? "locality-voice" : address.getDatabase();
    var client = MongoClients.create(settings);
    return new Mongo(client, client.getDatabase(name));
  }

  /** The hosts in a connection string, to show; never the password that may be in it. */
  public static List<String> hosts(String uri) {
    return new ConnectionString(uri).getHosts();
  }

  /** A collection of records, whose indexes are made sure of before {@link #ready} completes. */
  public <T> MongoCollection<T> collection(String name, Class<T> type, IndexModel... wanted) {
    var collection = database.getCollection(name, type);
    if (wanted.length > 0) {
      indexes.add(Publishers.done(collection.createIndexes(List.of(wanted))));
    }
    return collection;
  }

  /** Completes when every declared index exists. */
  public Future<Void> ready() {
    return Future.all(List.copyOf(indexes)).mapEmpty();
  }

  /** Completes when the store answers. */
  public Future<Void> ping() {
    return Publishers.done(database.runCommand(new Document("ping", 1)));
  }

  /** Whether a write failed because a unique key was taken. */
  static boolean isDuplicate(Throwable failure) {
    if (failure instanceof MongoWriteException write) {
      return write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
    return failure instanceof MongoCommandException command
        && ErrorCategory.fromErrorCode(command.getErrorCode()) == ErrorCategory.DUPLICATE_KEY;
  }

  /**
   * Which documents of an unordered insert met a taken key, by position; empty when the insert
   * failed for any other reason as well.
   */
  public static Optional<Set<Integer>> duplicates(Throwable failure) {
    if (!(failure instanceof MongoBulkWriteException bulk)
        || bulk.getWriteConcernError() != null
        || !bulk.getWriteErrors().stream()
            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
      return Optional.empty();
    }
    return Optional.of(
        bulk.getWriteErrors().stream()
            .map(BulkWriteError::getIndex)
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public void close() {
    client.close();
  }
}
