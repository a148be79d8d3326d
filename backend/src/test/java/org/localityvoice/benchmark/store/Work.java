package org.localityvoice.benchmark.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * What is measured, each time for half a second or, where one takes longer, once.
 *
 * @param weight how many one step counts for
 */
record Work(String description, int atOnce, int weight, Function<Contestant, Publisher<?>> step) {
  static final List<Work> ALL =
      List.of(
          new Work(
              "find by an indexed field", 1, 1, c -> c.reports().find(eq("owner", c.someOwner()))),
          new Work(
              "find by _id and version",
              1,
              1,
              c -> c.reports().find(and(eq("_id", c.someId()), eq("version", 1)))),
          new Work(
              "list of 50 in the order of an index",
              1,
              1,
              c ->
                  c.reports()
                      .find(eq("ward", "ward " + c.random.nextInt(Contestant.WARDS)))
                      .sort(Sorts.descending("at"))
                      .limit(50)),
          new Work(
              "findOneAndUpdate by _id and owner",
              1,
              1,
              c ->
                  c.reports()
                      .findOneAndUpdate(
                          and(eq("_id", c.someId()), eq("owner", c.someOwner())),
                          Updates.inc("version", 0))),
          new Work("find by _id, 32 at once", 32, 1, c -> c.reports().find(eq("_id", c.someId()))),
          new Work("insertOne, 32 at once", 32, 1, c -> c.reports().insertOne(c.report(c.newId()))),
          new Work(
              "insertMany of 64 (documents)",
              4,
              64,
              c ->
                  c.reports()
                      .insertMany(
                          IntStream.range(0, 64).mapToObj(i -> c.report(c.newId())).toList())),
          new Work(
              "findOneAndUpdate by _id, 32 at once",
              32,
              1,
              c -> c.reports().findOneAndUpdate(eq("_id", c.someId()), Updates.inc("version", 1))),
          new Work(
              "$inc upsert, 32 at once",
              32,
              1,
              c ->
                  c.counters()
                      .updateOne(
                          eq("_id", c.random.nextInt(1_000)),
                          Updates.inc("n", 1L),
                          new UpdateOptions().upsert(true))));

  private static final long NANOS = 500_000_000;

  /** How many a second. */
  double run(Contestant contestant) {
    long begin = System.nanoTime();
    Long steps =
        Flux.<Integer>generate(
                sink -> {
                  if (System.nanoTime() - begin < NANOS) {
                    sink.next(1);
                  } else {
                    sink.complete();
                  }
                })
            .flatMap(i -> Flux.from(step.apply(contestant)).then().thenReturn(i), atOnce, 1)
            .count()
            .block();
    return steps * weight * 1e9 / (System.nanoTime() - begin);
  }
}
