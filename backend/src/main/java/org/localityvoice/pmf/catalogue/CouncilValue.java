package org.localityvoice.pmf.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * A figure that staff have entered for a measure of the council: recorded by one person, published
 * by another. Nothing of it changes afterwards; a correction is the next revision.
 *
 * @param id made by the client, so that a retry finds the first try
 * @param period a quarter
 * @param revision 1 for the first value of measure, locality and period
 * @param source where the figure is from, in words
 * @param asOf the day that the source gives for it, or that it was read on
 * @param recorder uid of who recorded it, to tell a second person from the first
 * @param recordedBy their role, which is what others are told
 * @param decider uid of who approved or refused it
 */
public record CouncilValue(
    @BsonId String id,
    long version,
    String locality,
    String measure,
    String period,
    int revision,
    double value,
    String source,
    String asOf,
    State state,
    String recorder,
    String recordedBy,
    Instant recordedAt,
    @Nullable String decider,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  public CouncilValue {
    outbox = List.copyOf(outbox);
  }

  /** Whether it counts. */
  public enum State {
    RECORDED,
    PUBLISHED,
    REFUSED;

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What somebody wants recorded. */
  record Entry(String id, String measure, String period, double value, String source, String asOf) {
    Entry {
      // JSON knows a zero below zero; nobody means it.
      value += 0.0;
    }
  }

  static CouncilValue recorded(
      String locality, Entry entry, int revision, Signatory by, Instant now) {
    return new CouncilValue(
        entry.id(),
        1,
        locality,
        entry.measure(),
        entry.period(),
        revision,
        entry.value(),
        entry.source(),
        entry.asOf(),
        State.RECORDED,
        by.uid(),
        by.role(),
        now,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** Whether it is what that request, made again, would record. */
  boolean is(String place, Entry entry, Signatory by) {
    return locality.equals(place)
        && measure.equals(entry.measure())
        && period.equals(entry.period())
        && Double.compare(value, entry.value()) == 0
        && source.equals(entry.source())
        && asOf.equals(entry.asOf())
        && recorder.equals(by.uid());
  }

  /** The same after somebody has decided about it. */
  CouncilValue decided(State next, Signatory by, List<Outgoing> effects, Instant now) {
    return new CouncilValue(
        id,
        version + 1,
        locality,
        measure,
        period,
        revision,
        value,
        source,
        asOf,
        next,
        recorder,
        recordedBy,
        recordedAt,
        by.uid(),
        by.role(),
        now,
        effects,
        effects.isEmpty() ? null : now);
  }
}
