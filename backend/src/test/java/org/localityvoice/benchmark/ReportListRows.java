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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.bson.Document;
import org.localityvoice.app.Subject;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.report.ManyReports;
import reactor.core.publisher.Flux;

/**
 * Reading pages of fifty reports out of more and more in one ward, one page after the other, beside
 * the bare driver finding fifty of the same documents in the order of an index. What counts is that
 * the ratio does not grow with the number of reports.
 */
final class ReportListRows implements AutoCloseable {
  private static final int PAGE = 50;
  private static final int EACH = 60;

  /** No more than the limit on searching lets through. */
  private static final int EACH_OVER_HTTP = 30;

  private final EmbeddedStore store;
  private final Subject server;
  private final ManyReports reports;
  private final HttpClient http = HttpClient.newHttpClient();
  private final MongoClient client;
  private final MongoCollection<Document> bare;

  ReportListRows() throws Exception {
    store = EmbeddedStore.open(Files.createTempDirectory("benchmark"), EmbeddedOptions.defaults());
    var uri = store.connectionString();
    server = new Subject(uri, Files.createTempDirectory("benchmark"));
    reports = new ManyReports(uri);
    client = MongoClients.create(uri);
    bare = client.getDatabase("bare").getCollection("reports");
    Flux.from(
            bare.createIndex(
                Indexes.compoundIndex(
                    Indexes.ascending("locality"), Indexes.descending("standing.changedAt"))))
        .blockLast();
  }

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      reports.fill(size);
      copy();
      rows.add(row("a ward's list", size, rounds, reports::ward));
      rows.add(row("list of a rectangle of 500 m", size, rounds, reports::rectangle));
      rows.add(row("the nearest within 2 km", size, rounds, reports::nearest));
      rows.add(row("what may be the same (5 of 40)", size, rounds, reports::similar));
      rows.add(overHttp(size, rounds));
    }
    return rows;
  }

  /** The same documents for the reference. */
  private void copy() {
    var seen = Flux.from(bare.countDocuments()).blockFirst();
    var ours = client.getDatabase("locality-voice").getCollection("reports");
    Flux.from(ours.find().skip(seen.intValue()))
        .buffer(500)
        .concatMap(bare::insertMany)
        .blockLast();
  }

  private Result row(String what, int size, int rounds, IntSupplier page) throws IOException {
    var rates = new Rates(String.format(Locale.ROOT, "%s, %,d reports", what, size), 0);
    repeat(page);
    repeat(this::find);
    for (var round = 0; round < rounds; round++) {
      rates.add(Rates.round(EACH, () -> repeat(page)), Rates.round(EACH, () -> repeat(this::find)));
    }
    return rates.result();
  }

  private Result overHttp(int size, int rounds) throws IOException {
    var rates = new Rates(String.format(Locale.ROOT, "  over HTTP, %,d reports", size), 0);
    for (var round = 0; round <= rounds; round++) {
      var ours = Rates.round(EACH_OVER_HTTP, this::pages);
      if (round > 0) {
        rates.add(ours, Rates.round(EACH, () -> repeat(this::find)));
      }
    }
    return rates.result();
  }

  private double pages() throws IOException {
    var address = "http://localhost:" + server.port() + "/v1/reports?locality=newport";
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
      if (page.getAsInt() < 0) {
        throw new IllegalStateException("fewer than none");
      }
    }
    return EACH * 1e9 / (System.nanoTime() - begin);
  }

  private int find() {
    return Flux.from(
            bare.find(Filters.eq("locality", "newport"))
                .sort(Sorts.descending("standing.changedAt"))
                .limit(PAGE))
        .collectList()
        .block()
        .size();
  }

  @Override
  public void close() {
    client.close();
    reports.close();
    server.close();
    store.close();
  }
}
