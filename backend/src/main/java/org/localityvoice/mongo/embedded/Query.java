package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A query on one collection.
 *
 * @param orderBy empty for any order
 * @param limit 0 for all
 */
record Query(
    Document filter, Document orderBy, int skip, int limit, @Nullable Document projection) {
  Query {
    filter = Filters.separated(filter);
  }

  /** As MongoDB does when the client does not say. */
  private static final int DEFAULT_FIRST_BATCH = 101;

  /** A matching document, with its place and its size before projection. */
  record Match(long position, int size, Document document) {}

  /** Positions of what may match. */
  record Candidates(Iterator<Long> positions, boolean sorted) {}

  /** All matches. */
  Stream<Match> stream(StoreCollection collection) {
    Candidates candidates = collection.candidates(this);
    IdLists lists = IdLists.of(filter);
    Stream<Match> matches =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(candidates.positions(), Spliterator.ORDERED),
                false)
            .mapMulti(
                (position, next) -> {
                  Match match = match(collection, lists, position);
                  if (match != null) {
                    next.accept(match);
                  }
                });
    if (!candidates.sorted()) {
      List<Entries.Field> order = order();
      matches =
          matches
              .map(match -> Map.entry(Entries.sortKey(match.document, order), match))
              .sorted(Map.Entry.comparingByKey())
              .map(Map.Entry::getValue);
    }
    matches = matches.skip(skip);
    return project(collection, limit == 0 ? matches : matches.limit(limit));
  }

  /** The fields to sort by, each with its direction. */
  List<Entries.Field> order() {
    return orderBy.entrySet().stream()
        .map(each -> Entries.Field.of(each.getKey(), ((Number) each.getValue()).intValue() > 0))
        .toList();
  }

  /** The document at this position, if it is (still) there and matches. */
  private static @Nullable Match match(StoreCollection collection, IdLists lists, long position) {
    byte[] bytes = collection.bytes(position);
    if (bytes == null) {
      return null;
    }
    Document document = Bytes.decode(bytes);
    return lists.admit(document) && collection.matches(document, lists.rest())
        ? new Match(position, bytes.length, document)
        : null;
  }

  private Stream<Match> project(StoreCollection collection, Stream<Match> matches) {
    if (projection == null || projection.isEmpty()) {
      return matches;
    }
    return matches.map(
        match ->
            new Match(match.position, match.size, collection.project(match.document, projection)));
  }

  /** The first batch, and a cursor for the rest if there is one. */
  QueryResult answer(StoreCollection collection, int batchSize, CursorRegistry cursors) {
    Iterator<Match> matches = stream(collection).iterator();
    Batch first = new Batch(batchSize == 0 ? DEFAULT_FIRST_BATCH : batchSize);
    while (first.hasRoom() && matches.hasNext()) {
      first.add(matches.next());
    }
    if (!matches.hasNext()) {
      return new QueryResult(first.documents());
    }
    List<Long> rest = new ArrayList<>();
    matches.forEachRemaining(match -> rest.add(match.position));
    Cursor cursor = new PositionCursor(cursors.generateCursorId(), this, collection, rest);
    cursors.add(cursor);
    return new QueryResult(first.documents(), cursor);
  }

  /** The matches among these positions as the client wants to see them. */
  Stream<Match> at(StoreCollection collection, List<Long> positions) {
    IdLists lists = IdLists.of(filter);
    return project(
        collection,
        positions.stream()
            .mapMulti(
                (position, next) -> {
                  Match match = match(collection, lists, position);
                  if (match != null) {
                    next.accept(match);
                  }
                }));
  }
}
