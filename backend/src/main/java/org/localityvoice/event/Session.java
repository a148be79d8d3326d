package org.localityvoice.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.allocation.Policy;
import org.localityvoice.locality.Text;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;

/**
 * One date of an event, the unit of capacity. It says when, where, and how many may come; who has a
 * place is said by its allotment alone.
 *
 * @param version counts every write, those of the outbox and of the projection too
 * @param edition counts what people have changed, from 1; what {@code If-Match} names
 * @param organiser id of the partner who answers for the event
 * @param listed whether it has ever been published; residents see it from then on
 * @param allotmentId its own allotment's, or that of the pool
 * @param sequence grows by one when it is moved or cancelled after it was published (RFC 5545
 *     §3.8.7.4)
 * @param changedAt when a person last changed it or what it is about; never earlier than before
 * @param cancelledAt absent unless it is cancelled
 * @param about copied from the event
 * @param eventEdition of the event that {@code about} was copied from
 * @param places projected from the allotment
 * @param placesVersion of the allotment that {@code places} was made of
 */
public record Session(
    @BsonId String id,
    long version,
    long edition,
    String eventId,
    String localityId,
    String organiser,
    SessionStatus status,
    boolean listed,
    Slot slot,
    Terms terms,
    String allotmentId,
    int sequence,
    Instant changedAt,
    @Nullable Instant cancelledAt,
    About about,
    long eventEdition,
    Places places,
    long placesVersion,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  static final String COLLECTION = "sessions";

  public Session {
    outbox = List.copyOf(outbox);
  }

  public Instant startsAt() {
    return slot.startsAt();
  }

  /** It is over from this moment on. */
  public Instant endsAt() {
    return slot.endsAt();
  }

  public String venueId() {
    return slot.venueId();
  }

  public String spaceId() {
    return slot.spaceId();
  }

  public int capacity() {
    return terms.capacity();
  }

  /** Of the pool it shares; absent without one. */
  public @Nullable Integer poolCapacity() {
    return terms.poolCapacity();
  }

  public Policy policy() {
    return terms.policy();
  }

  public Text title() {
    return about.title();
  }

  public AgeRange ages() {
    return about.ages();
  }

  /** Id of an activity of the area. */
  public String activity() {
    return about.activity();
  }

  public boolean supportsSend() {
    return about.supportsSend();
  }

  public Set<AccessFeature> accessibility() {
    return about.accessibility();
  }

  /** How long before it people are reminded; absent for {@link ReminderTimes the usual}. */
  public @Nullable List<Integer> remindMinutes() {
    return about.remindMinutes();
  }

  /** Whether nothing of it can be changed any more. */
  public boolean isOver(Instant now) {
    return !now.isBefore(endsAt());
  }

  /** Where and when it is, and for how many, as a person wants it. */
  Plan plan() {
    return new Plan(slot, terms);
  }

  /** A draft; whoever has to know of sessions is told of it like of every change. */
  static Session draft(String id, Event event, Plan plan, ZoneId zone, Instant now) {
    return new Session(
        id,
        1,
        1,
        event.id(),
        event.localityId(),
        event.organiser(),
        SessionStatus.DRAFT,
        false,
        plan.slot(),
        plan.terms(),
        plan.allotmentId(id, event.organiser(), zone),
        0,
        now,
        null,
        event.programme().about(),
        event.edition(),
        Places.AVAILABLE,
        0,
        List.of(EventEffect.ofSession(id, 1)),
        now);
  }

  Session planned(Plan plan, ZoneId zone, Instant now) {
    var moved = !plan.slot().equals(slot);
    return changed(now)
        .slot(plan.slot())
        .terms(plan.terms())
        .allotmentId(plan.allotmentId(id, organiser, zone))
        .sequence(listed && moved ? sequence + 1 : sequence)
        .build();
  }

  Session published(Instant now) {
    return changed(now).status(SessionStatus.SCHEDULED).build();
  }

  Session cancelled(Instant now) {
    return changed(now)
        .status(SessionStatus.CANCELLED)
        .sequence(listed ? sequence + 1 : sequence)
        .build();
  }

  /** With what its event is about now; nobody has changed the session itself. */
  Session about(Event event) {
    return new SessionDraft(this, event.changedAt(), false).about(event).build();
  }

  private SessionDraft changed(Instant now) {
    return new SessionDraft(this, now, true);
  }
}
