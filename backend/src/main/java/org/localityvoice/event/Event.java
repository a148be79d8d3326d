package org.localityvoice.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * A programme of sessions.
 *
 * @param id made by the client, or derived by an import
 * @param version counts every write, those of the outbox too
 * @param edition counts what people have changed, from 1; what {@code If-Match} names
 * @param organiser id of the partner who answers for it
 * @param series those that sessions were made of, so that a retry is known
 * @param changedAt when a person last changed it; never earlier than before
 */
public record Event(
    @BsonId String id,
    long version,
    long edition,
    String localityId,
    String organiser,
    EventState state,
    Programme programme,
    List<SeriesMade> series,
    Instant changedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  static final String COLLECTION = "events";

  public Event {
    series = List.copyOf(series);
    outbox = List.copyOf(outbox);
  }

  /** A series that has become sessions, and a digest of what it said. */
  public record SeriesMade(String id, String digest) {}

  public Text title() {
    return programme.title();
  }

  public Text description() {
    return programme.description();
  }

  /** Id of an activity of the area. */
  public String activity() {
    return programme.activity();
  }

  public AgeRange ages() {
    return programme.ages();
  }

  public boolean supportsSend() {
    return programme.supportsSend();
  }

  /** What is asked of those who register; nothing else is taken. */
  public Set<Collected> collects() {
    return programme.collects();
  }

  public GuardianRule guardian() {
    return programme.guardian();
  }

  /** Whether one can only register for all sessions together. */
  public boolean packageOnly() {
    return programme.packageOnly();
  }

  /** From how far away people are meant to come; absent for the locality. */
  public @Nullable Integer catchmentMetres() {
    return programme.catchmentMetres();
  }

  Event with(Programme wanted, Instant now) {
    return next(state, wanted, now, new EventEffect(id, List.of()), EventEffect.ABOUT);
  }

  /** Published, together with those drafts. */
  Event published(List<String> sessions, Instant now) {
    return next(
        EventState.PUBLISHED, programme, now, new EventEffect(id, sessions), EventEffect.PUBLISH);
  }

  Event cancelled(Instant now) {
    return next(
        EventState.CANCELLED, programme, now, new EventEffect(id, List.of()), EventEffect.CANCEL);
  }

  /** With one more series, of which nothing follows. */
  Event with(SeriesMade made, Instant now) {
    var more = new ArrayList<>(series);
    more.add(made);
    return having(more, now);
  }

  /** Without the series of that id. */
  Event without(String seriesId, Instant now) {
    return having(series.stream().filter(one -> !one.id().equals(seriesId)).toList(), now);
  }

  private Event having(List<SeriesMade> all, Instant now) {
    return new Event(
        id,
        version + 1,
        edition,
        localityId,
        organiser,
        state,
        programme,
        all,
        notBefore(now),
        outbox,
        outboxSince);
  }

  private Instant notBefore(Instant now) {
    return now.isBefore(changedAt) ? changedAt : now;
  }

  private Event next(
      EventState nextState, Programme nextProgramme, Instant now, EventEffect effect, String kind) {
    var effects = new ArrayList<>(outbox);
    effects.add(effect.outgoing(kind, version + 1));
    return new Event(
        id,
        version + 1,
        edition + 1,
        localityId,
        organiser,
        nextState,
        nextProgramme,
        series,
        notBefore(now),
        effects,
        outboxSince == null ? now : outboxSince);
  }
}
