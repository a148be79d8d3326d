package org.localityvoice.event.people;

import java.time.Instant;
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
 * @param children the children that it has added
 */
public record Account(
    @BsonId String id,
    @Nullable String profile,
    @Nullable Instant refusedUntil,
    List<String> children) {

  public Account {
    children = List.copyOf(Objects.requireNonNullElse(children, List.of()));
  }

  boolean refused(Instant now) {
    return refusedUntil != null && now.isBefore(refusedUntil);
  }

  Optional<String> claimed() {
    return Optional.ofNullable(profile);
  }
}
