package org.localityvoice.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.localityvoice.app.Subject;
import org.localityvoice.event.ManySessions;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import reactor.core.publisher.Flux;

/**
 * What is on for an eight-year-old in one ward in one week, out of more and more sessions in twenty
 * wards over half a year, beside the bare driver finding the same documents by an index on ward and
 * start.
 */
final class EventListRows implements AutoCloseable {
  private final EmbeddedStore store;
  private final Subject server;
  private final ManySessions sessions;
  private final MongoClient client;
  private final MongoCollection<Document> bare;

  EventListRows() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    var uri = store.connectionString();
    server = new Subject(uri, Files.createTempDirectory("benchmark"));
    sessions = new ManySessions(uri);
    client = MongoClients.create(uri);
    bare = client.getDatabase("bare").getCollection("sessions");
    Flux.from(bare.createIndex(Indexes.ascending("localityId", "slot.startsAt"))).blockLast();
  }

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      sessions.fill(size);
      copy();
      var pages = new Pages(rounds, this::find);
      var of = String.format(Locale.ROOT, ", %,d sessions", size);
      rows.add(pages.found("a ward's week" + of, sessions::page));
      rows.add(pages.fetched("  over HTTP" + of, address()));
    }
    return rows;
  }

  /** The same documents for the reference. */
  private void copy() {
    var seen = Flux.from(bare.countDocuments()).blockFirst();
    var ours = client.getDatabase("locality-voice").getCollection("sessions");
    Flux.from(ours.find().sort(Sorts.ascending("_id")).skip(seen.intValue()))
        .buffer(500)
        .concatMap(documents -> bare.insertMany(fresh(documents)))
        .blockLast();
  }

  private static List<Document> fresh(List<Document> documents) {
    documents.forEach(document -> document.remove("_id"));
    return documents;
  }

  private String address() {
    var from = LocalDate.ofInstant(ManySessions.WEEK, ZoneOffset.UTC);
    return "http://localhost:"
        + server.port()
        + "/v1/events?locality=newport&age=8&from="
        + from
        + "&to="
        + from.plusDays(6);
  }

  private int find() {
    var from = Date.from(ManySessions.WEEK);
    var to = Date.from(ManySessions.WEEK.plus(Duration.ofDays(7)));
    return Flux.from(
            bare.find(
                    Filters.and(
                        Filters.eq("localityId", "newport"),
                        Filters.gte("slot.startsAt", from),
                        Filters.lt("slot.startsAt", to),
                        Filters.lte("about.ages.from", 8),
                        Filters.gte("about.ages.to", 8)))
                .sort(Sorts.ascending("slot.startsAt"))
                .limit(50))
        .collectList()
        .block()
        .size();
  }

  @Override
  public void close() {
    client.close();
    sessions.close();
    server.close();
    store.close();
  }
}
