package org.localityvoice.event.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What an account may still do: be one participant, and add so many children.
 *
 * @param id the uid
 * @param profile the participant that it is, or is about to be
 * @param refusedUntil until when it is too young, whatever it answers
 * @param born the date of birth of a profile that was removed, so that a new one cannot be older
 * @param bornUntil how long that is remembered
 * @param children the children that it has added
 */
public record Account(
    @BsonId String id,
    @Nullable String profile,
    @Nullable Instant refusedUntil,
    @Nullable LocalDate born,
    @Nullable Instant bornUntil,
    List<String> children) {

  public Account {
    children = List.copyOf(Objects.requireNonNullElse(children, List.of()));
  }

  boolean refused(Instant now) {
    return refusedUntil != null && now.isBefore(refusedUntil);
  }

  /** One that nothing is known of. */
  static Account fresh(String uid) {
    return new Account(uid, null, null, null, null, List.of());
  }

  /** Whether it said another date of birth not long ago. */
  boolean saidOtherThan(LocalDate now, Instant at) {
    return born != null && bornUntil != null && at.isBefore(bornUntil) && !born.equals(now);
  }

  Optional<String> claimed() {
    return Optional.ofNullable(profile);
  }
}
