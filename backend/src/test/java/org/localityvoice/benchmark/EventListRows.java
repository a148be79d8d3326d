package org.localityvoice.benchmark;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.localityvoice.event.ManySessions;
import reactor.core.publisher.Flux;

/**
 * What is on for an eight-year-old in one ward in one week, out of more and more sessions in twenty
 * wards over half a year, beside the bare driver finding the same documents by an index on ward and
 * start.
 */
final class EventListRows implements AutoCloseable {
  private final Beside beside;
  private final ManySessions sessions;
  private final MongoCollection<Document> bare;

  EventListRows() throws Exception {
    beside = new Beside();
    sessions = new ManySessions(beside.uri);
    bare = beside.bare("sessions", Indexes.ascending("localityId", "slot.startsAt"));
  }

  List<Result> measure(int rounds, List<Integer> sizes) throws IOException {
    var rows = new ArrayList<Result>();
    for (var size : sizes) {
      sessions.fill(size);
      beside.copy("sessions", bare);
      var pages = new Pages(rounds, this::find);
      var of = String.format(Locale.ROOT, ", %,d sessions", size);
      rows.add(pages.found("a ward's week" + of, sessions::page));
      rows.add(pages.fetched("  over HTTP" + of, address()));
    }
    return rows;
  }

  private String address() {
    var from = LocalDate.ofInstant(ManySessions.WEEK, ZoneOffset.UTC);
    var to = from.plusDays(6);
    return beside.address("/v1/events?locality=newport&age=8&from=" + from + "&to=" + to);
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
    sessions.close();
    beside.close();
  }
}
