package org.localityvoice.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
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
  private static final int EACH = 60;

  /** No more than the limit on searching lets through. */
  private static final int EACH_OVER_HTTP = 30;

  private final EmbeddedStore store;
  private final Subject server;
  private final ManySessions sessions;
  private final HttpClient http = HttpClient.newHttpClient();
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
      rows.add(row(size, rounds));
      rows.add(overHttp(size, rounds));
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

  private Result row(int size, int rounds) throws IOException {
    var rates = new Rates(String.format(Locale.ROOT, "a ward's week, %,d sessions", size), 0);
    repeat(sessions::page);
    repeat(this::find);
    for (var round = 0; round < rounds; round++) {
      rates.add(
          Rates.round(EACH, () -> repeat(sessions::page)),
          Rates.round(EACH, () -> repeat(this::find)));
    }
    return rates.result();
  }

  private Result overHttp(int size, int rounds) throws IOException {
    var rates = new Rates(String.format(Locale.ROOT, "  over HTTP, %,d sessions", size), 0);
    for (var round = 0; round <= rounds; round++) {
      var ours = Rates.round(EACH_OVER_HTTP, this::pages);
      if (round > 0) {
        rates.add(ours, Rates.round(EACH, () -> repeat(this::find)));
      }
    }
    return rates.result();
  }

  private double pages() throws IOException {
    var from = LocalDate.ofInstant(ManySessions.WEEK, ZoneOffset.UTC);
    var address =
        "http://localhost:"
            + server.port()
            + "/v1/events?locality=newport&age=8&from="
            + from
            + "&to="
            + from.plusDays(6);
    var get = HttpRequest.newBuilder(URI.create(address)).build();
    var begin = System.nanoTime();
    for (var i = 0; i < EACH_OVER_HTTP; i++) {
      var status = http.sendAsync(get, HttpResponse.BodyHandlers.ofByteArray()).join().statusCode();
      if (status != 200) {
        throw new IOException("answered " + status);
      }
    }
    return EACH_OVER_HTTP * 1e9 / (System.nanoTime() - begin);
  }

  private static double repeat(IntSupplier page) {
    var begin = System.nanoTime();
    for (var i = 0; i < EACH; i++) {
      if (page.getAsInt() < 1) {
        throw new IllegalStateException("nothing is on");
      }
    }
    return EACH * 1e9 / (System.nanoTime() - begin);
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
