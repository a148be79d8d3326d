package org.localityvoice.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.localityvoice.app.Subject;
import org.localityvoice.directory.ManyServices;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import reactor.core.publisher.Flux;

/**
 * What somebody of thirty finds in the directory who types a word, out of more and more services,
 * in all and by postcode, and the first page of the open feed and the four hundredth; beside the
 * bare driver finding fifty of the same documents by an index on words.
 */
final class DirectoryRows implements AutoCloseable {
  private static final int LAST_PAGE = 400;

  private final EmbeddedStore store;
  private final Subject server;
  private final ManyServices services;
  private final MongoClient client;
  private final MongoCollection<Document> bare;

  DirectoryRows() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    var uri = store.connectionString();
    server = new Subject(uri, Files.createTempDirectory("benchmark"));
    services = new ManyServices(uri);
    client = MongoClients.create(uri);
    bare = client.getDatabase("bare").getCollection("services");
    Flux.from(bare.createIndex(Indexes.ascending("found.tokens", "found.order"))).blockLast();
  }

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      services.fill(size);
      copy();
      var pages = new Pages(rounds, this::find);
      var of = String.format(Locale.ROOT, ", %,d services", size);
      rows.add(pages.found("a word and an age" + of, services::page));
      rows.add(pages.found("… within 5 km, the nearest first" + of, services::near));
      rows.add(pages.fetched("… over HTTP, by postcode" + of, search()));
      rows.add(pages.fetched("the open feed, page 1" + of, feed(1)));
      rows.add(pages.fetched("  the last page of five" + of, feed(size / 5)));
    }
    return rows;
  }

  /** The same documents for the reference. */
  private void copy() {
    Flux.from(bare.deleteMany(new Document())).blockLast();
    var ours = client.getDatabase("locality-voice").getCollection("directory_services");
    Flux.from(ours.find())
        .buffer(500)
        .concatMap(documents -> bare.insertMany(documents))
        .blockLast();
  }

  private String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  private String search() {
    return address("/v1/directory/services?q=food&age=30&postcode=TS36LA");
  }

  private String feed(int page) {
    return address("/oruk/services?per_page=5&page=" + Math.min(page, LAST_PAGE));
  }

  private int find() {
    return Flux.from(
            bare.find(
                    Filters.and(
                        Filters.eq("found.tokens", "w:food"),
                        Filters.lte("found.fromAge", 30),
                        Filters.gte("found.toAge", 30)))
                .sort(Sorts.ascending("found.order"))
                .limit(50))
        .collectList()
        .block()
        .size();
  }

  @Override
  public void close() {
    client.close();
    services.close();
    server.close();
    store.close();
  }
}
