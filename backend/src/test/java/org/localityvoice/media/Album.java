package org.localityvoice.media;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** A town, and a look at the photos in its store. */
final class Album implements AutoCloseable {
  private final Town town;
  private final MongoClient client;
  private final String database;

  Album(Store store, Path folder) {
    town = Town.on(store, folder, Map.of());
    client = MongoClients.create(store.uri());
    database = new com.mongodb.ConnectionString(store.uri()).getDatabase();
  }

  Town town() {
    return town;
  }

  static String name(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Answer sends(Person person, byte[] file) {
    return sends(person, name(file), file, "application/octet-stream");
  }

  static Answer sends(Person person, String name, byte[] file, String type) {
    return person.sends(
        "PUT", "/v1/photos/" + name, BodyPublishers.ofByteArray(file), "Content-Type", type);
  }

  List<Document> photos() {
    return all(PhotoStore.COLLECTION);
  }

  List<Document> files() {
    return all(PhotoFileStore.COLLECTION);
  }

  byte[] file(String rendition) {
    return files().stream()
        .filter(file -> file.getString("rendition").equals(rendition))
        .map(file -> file.get("bytes", Binary.class).getData())
        .findFirst()
        .orElseThrow();
  }

  private List<Document> all(String collection) {
    return Wait.forResult(
        Publishers.list(client.getDatabase(database).getCollection(collection).find()));
  }

  @Override
  public void close() {
    town.close();
    client.close();
  }
}
