package org.localityvoice.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * A report with all that belongs to it. Only {@link Change} makes the next version of one.
 *
 * @param id made by the client, so that a retry finds the first try
 * @param digest SHA-256 over what was sent; the same id with other content is refused
 * @param confidential whether its category is: for the owner and the manager only
 * @param affected the reporter first, then whoever joined; of what a walkabout came upon only these
 * @param log everything that happened, oldest first
 * @param standing the fold of the log
 * @param boxes keys of the map squares its public point lies in; empty when it is not listed
 * @param chaseAt when somebody is to be reminded, as long as it is unfinished
 * @param wakeAt the same while it is unfinished, otherwise absent
 * @param counted what it is counted as in the counters; absent when not counted yet
 * @param uncountedSince since when the counters may be behind; absent when they are not
 * @param applied requests that have changed it, so that a retry changes nothing
 */
public record Report(
    @BsonId String id,
    long version,
    String digest,
    String locality,
    String category,
    boolean confidential,
    Submission submission,
    List<Affected> affected,
    List<PhotoUse> photos,
    List<ReportEvent> log,
    Standing standing,
    Publication publication,
    List<String> boxes,
    @Nullable Instant chaseAt,
    @Nullable Instant wakeAt,
    @Nullable Counted counted,
    @Nullable Instant uncountedSince,
    List<Applied> applied,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  /** The collection that reports are stored in. */
  public static final String COLLECTION = "reports";

  public Report {
    affected = List.copyOf(affected);
    photos = List.copyOf(photos);
    log = List.copyOf(log);
    boxes = List.copyOf(boxes);
    applied = List.copyOf(applied);
    outbox = List.copyOf(outbox);
  }

  /**
   * What a report is counted as.
   *
   * @param batch by which it was counted last, see {@link CounterFolder}
   */
  public record Counted(Facets facets, long batch) {}

  /**
   * A request that has changed the report.
   *
   * @param key derived from who asked and their Idempotency-Key
   * @param digest SHA-256 over what was asked
   */
  public record Applied(String key, String digest) {}

  /** The person within this report who has this id. */
  public Optional<Affected> person(String personId) {
    return affected.stream().filter(person -> person.id().equals(personId)).findFirst();
  }

  /** Without what people wrote and who they are. */
  @Override
  public String toString() {
    return "Report " + id + " " + standing.state();
  }
}
