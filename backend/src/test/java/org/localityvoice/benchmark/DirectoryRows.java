package org.localityvoice.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.localityvoice.directory.ManyServices;
import reactor.core.publisher.Flux;

/**
 * What somebody of thirty finds in the directory who types a word, out of more and more services,
 * in all and by postcode, and the first page of the open feed and the four hundredth; beside the
 * bare driver finding fifty of the same documents by an index on words.
 */
final class DirectoryRows implements AutoCloseable {
  private static final int LAST_PAGE = 400;

  private final Beside beside;
  private final ManyServices services;
  private final MongoCollection<Document> bare;

  DirectoryRows() throws Exception {
    beside = new Beside();
    services = new ManyServices(beside.uri);
    bare = beside.bare("services", Indexes.ascending("found.tokens", "found.order"));
  }

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      services.fill(size);
      beside.copy("directory_services", bare);
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

  private String search() {
    return beside.address("/v1/directory/services?q=food&age=30&postcode=TS36LA");
  }

  private String feed(int page) {
    return beside.address("/oruk/services?per_page=5&page=" + Math.min(page, LAST_PAGE));
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
    services.close();
    beside.close();
  }
}
