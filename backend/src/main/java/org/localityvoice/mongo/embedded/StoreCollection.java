package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the order they were inserted, by position. One thread writes; any thread reads, from
 * bytes that nobody changes.
 */
final class StoreCollection extends AbstractMongoCollection<Long> {
  private final MVMap<Long, byte[]> documents;

  /** For readers: the one inherited remembers where an update matched. */
  private final QueryMatcher matcher = new DefaultQueryMatcher();

  private volatile List<StoreIndex> usable = List.of();
  private boolean updatesOne;
  private @Nullable Document updateSelector;

  StoreCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      StoreFile file) {
    super(database, name, options, cursors);
    this.documents = file.documents(database.getDatabaseName() + "." + name);
  }

  @Override
  public void addIndex(Index<Long> index) {
    boolean known = usable.stream().anyMatch(other -> other.getName().equals(index.getName()));
    if (!known && index.isEmpty()) {
      build((StoreIndex) index);
    }
    super.addIndex(index);
    usable = getIndexes().stream().map(StoreIndex.class::cast).toList();
  }

  private void build(StoreIndex index) {
    try {
      streamAllDocumentsWithPosition()
          .forEach(
              each -> {
                index.checkAdd(each.getDocument(), this);
                index.add(each.getDocument(), each.getPosition(), this);
              });
      index.markBuilt();
    } catch (MongoServerError refused) {
      index.entries().clear();
      index.drop();
      throw new IndexBuildFailedException(refused, this);
    }
  }

  @Override
  public void dropIndex(String name) {
    super.dropIndex(name);
    usable = getIndexes().stream().map(StoreIndex.class::cast).toList();
  }

  @Override
  protected Long addDocumentInternal(Document document) {
    Long last = documents.lastKey();
    long position = last == null ? 1 : last + 1;
    documents.put(position, Bytes.encode(document));
    return position;
  }

  @Override
  protected void handleUpdate(Long position, Document before, Document after) {
    documents.put(position, Bytes.encode(after));
  }

  @Override
  public void removeDocument(Document document) {
    Long position =
        usable.stream().findFirst().map(index -> index.getPosition(document)).orElse(null);
    if (position == null) {
      position = findDocumentPosition(document);
    }
    if (position != null) {
      for (StoreIndex index : usable) {
        index.remove(document, position);
      }
      documents.remove(position);
    }
  }

  @Override
  protected void removeDocument(Long position) {
    documents.remove(position);
  }

  @Override
  protected @Nullable Document getDocument(Long position) {
    byte[] bytes = documents.get(position);
    return bytes == null ? null : Bytes.decode(bytes);
  }

  @Override
  protected boolean documentMatchesQuery(Document document, Document query) {
    return matcher.matches(document, query);
  }

  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters filters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    updatesOne = !multi;
    // Documents are chosen by the whole selector. What is inherited only asks it again, for each
    // of them, which element of an array matched; ids say nothing about that.
    updateSelector = selector;
    Document asked = upsert ? selector : IdLists.of(selector).rest();
    try {
      return super.updateDocuments(asked, update, filters, multi, upsert, oplog);
    } finally {
      updatesOne = false;
      updateSelector = null;
    }
  }

  /** A client's find comes with its query wrapped; it gets its answer in batches. */
  @Override
  public QueryResult handleQuery(QueryParameters parameters) {
    Document selector = parameters.getQuerySelector();
    if (!selector.containsKey("$query")) {
      return super.handleQuery(parameters);
    }
    Document orderBy = (Document) selector.get("$orderby");
    Query query =
        new Query(
            (Document) selector.get("$query"),
            orderBy == null ? new Document() : orderBy,
            parameters.getNumberToSkip(),
            Math.abs(parameters.getLimit()),
            parameters.getProjection());
    return query.answer(this, parameters.getBatchSize(), cursorRegistry);
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    Query all =
        new Query(
            updateSelector == null ? query : updateSelector,
            orderBy == null ? new Document() : orderBy,
            skip,
            updatesOne ? 1 : Math.max(limit, 0),
            projection);
    return new QueryResult(all.stream(this).map(Query.Match::document).toList());
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    if (query == null || query.isEmpty()) {
      return super.count(query, skip, limit);
    }
    return (int)
        new Query(query, new Document(), skip, Math.max(limit, 0), null).stream(this).count();
  }

  /** The matches of a pipeline's first stage. */
  Stream<Document> matching(Document query) {
    return new Query(query, new Document(), 0, 0, null).stream(this).map(Query.Match::document);
  }

  /** Positions of everything that may match, in the order asked for if the answer says so. */
  Query.Candidates candidates(Query query) {
    Document orderBy = query.orderBy();
    if (orderBy.containsKey("$natural")) {
      boolean reverse = isNaturalDescending(orderBy);
      return new Query.Candidates(
          documents.cursor(documents.flushAndGetRoot(), null, null, reverse), true);
    }
    return Planner.choose(usable, query, documents.sizeAsLong())
        .map(plan -> new Query.Candidates(plan.positions(), plan.sorted() || orderBy.isEmpty()))
        .orElseGet(() -> new Query.Candidates(documents.keyIterator(null), orderBy.isEmpty()));
  }

  byte @Nullable [] bytes(long position) {
    return documents.get(position);
  }

  boolean matches(Document document, Document query) {
    return documentMatchesQuery(document, query);
  }

  Document project(Document document, Document fields) {
    var only = Stream.of(document);
    return matchDocumentsFromStream(new Document(), only, 0, 0, 0, null, fields).iterator().next();
  }

  @Override
  protected Stream<DocumentWithPosition<Long>> streamAllDocumentsWithPosition() {
    Iterator<Map.Entry<Long, byte[]>> all = documents.entrySet().iterator();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED), false)
        .map(entry -> new DocumentWithPosition<>(Bytes.decode(entry.getValue()), entry.getKey()));
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int change) {
    // not tracked: it would be one more write for each write
  }

  @Override
  protected int getDataSize() {
    return documents.values().stream().mapToInt(bytes -> bytes.length).sum();
  }
}
