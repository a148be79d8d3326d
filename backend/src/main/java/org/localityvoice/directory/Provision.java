package org.localityvoice.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.outbox.Outgoing;

/**
 * A service that people can be sent to, with everything that belongs to it.
 *
 * @param version counts every write, those of the outbox and of what it is found by too
 * @param assuredOn when somebody last checked that everything is right, in the area's time zone
 * @param doubts what residents have said since then
 * @param decaysAt when it will be less fresh than it is; absent where it cannot get worse
 * @param changedAt when a person last changed it
 */
public record Provision(
    @BsonId String id,
    long version,
    long edition,
    ServiceState state,
    ServiceContent content,
    @Nullable LocalDate assuredOn,
    List<Doubt> doubts,
    Found found,
    @Nullable Instant decaysAt,
    Instant changedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Entry<ServiceContent> {

  static final String COLLECTION = "directory_services";

  public Provision {
    doubts = Lists.of(doubts);
    outbox = List.copyOf(outbox);
  }

  /** Whether everybody may see it. */
  public boolean published() {
    return state == ServiceState.PUBLISHED;
  }

  static Provision made(String id, ServiceContent content, Derived derived, Edit edit) {
    return new Provision(
        id,
        1,
        1,
        ServiceState.DRAFT,
        content,
        null,
        List.of(),
        derived.found(),
        derived.decaysAt(),
        edit.at(),
        edit.behind(List.of()),
        edit.at());
  }

  /** What follows from a service, see {@link Finding}. */
  record Derived(Found found, @Nullable Instant decaysAt) {}

  Provision with(ServiceContent next, Derived derived, Edit edit) {
    return next(state, next, assuredOn, doubts, derived, edit);
  }

  Provision in(ServiceState next, Derived derived, Edit edit) {
    return next(next, content, assuredOn, doubts, derived, edit);
  }

  /** Checked on that day, which settles what residents have said. */
  Provision assured(LocalDate day, Derived derived, Edit edit) {
    return next(state, content, day, List.of(), derived, edit);
  }

  private Provision next(
      ServiceState nextState,
      ServiceContent nextContent,
      @Nullable LocalDate nextAssured,
      List<Doubt> nextDoubts,
      Derived derived,
      Edit edit) {
    return new Provision(
        id,
        version + 1,
        edit.edition(),
        nextState,
        nextContent,
        nextAssured,
        nextDoubts,
        derived.found(),
        derived.decaysAt(),
        edit.at(),
        edit.behind(outbox),
        outboxSince == null ? edit.at() : outboxSince);
  }

  /** The same, found by what it is found by now. */
  Provision refound(Derived derived) {
    return beside(doubts, derived);
  }

  Provision doubted(List<Doubt> next) {
    return beside(next, new Derived(found, decaysAt));
  }

  private Provision beside(List<Doubt> nextDoubts, Derived derived) {
    return new Provision(
        id,
        version + 1,
        edition,
        state,
        content,
        assuredOn,
        nextDoubts,
        derived.found(),
        derived.decaysAt(),
        changedAt,
        outbox,
        outboxSince);
  }
}
