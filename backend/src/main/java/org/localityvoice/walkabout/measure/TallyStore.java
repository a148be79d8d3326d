package org.localityvoice.walkabout.measure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** Tallies, one for each walkabout. */
final class TallyStore {
  private static final String ID = "_id";
  private static final String SOURCE = "source";
  private static final String LOCALITY = "locality";
  private static final String MONTH = "month";
  private static final String AGAIN_AT = "againAt";

  private final MongoCollection<WalkTally> tallies;

  TallyStore(Mongo mongo) {
    tallies =
        mongo.collection(
            WalkTally.COLLECTION,
            WalkTally.class,
            Index.ordered(LOCALITY, MONTH, ID),
            Index.sparse(AGAIN_AT));
  }

  /** Keeps one, unless what is there was made from something newer. */
  Future<Boolean> put(WalkTally tally) {
    return Publishers.unlessTaken(
        tallies.replaceOne(
            and(eq(ID, tally.id()), lte(SOURCE, tally.source())),
            tally,
            new ReplaceOptions().upsert(true)));
  }

  /** Where a page ended. */
  record Mark(String month, String id) {}

  /** Those of a locality that ended in these months, both among them; oldest month first. */
  Future<List<WalkTally>> between(
      String locality, String from, String to, Optional<Mark> after, int limit) {
    var all = and(eq(LOCALITY, locality), gte(MONTH, from), lte(MONTH, to));
    var which =
        after
            .map(
                mark ->
                    and(
                        all,
                        or(
                            gt(MONTH, mark.month()),
                            and(eq(MONTH, mark.month()), gt(ID, mark.id())))))
            .orElse(all);
    return Publishers.list(tallies.find(which).sort(ascending(MONTH, ID)).limit(limit));
  }

  /** Those in which something that waited counts by now. */
  Future<List<WalkTally>> due(Instant now, int limit) {
    return Publishers.list(tallies.find(lte(AGAIN_AT, now)).sort(ascending(AGAIN_AT)).limit(limit));
  }
}
