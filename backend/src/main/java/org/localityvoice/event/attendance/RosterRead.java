package org.localityvoice.event.attendance;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That staff have looked at who is to come: by which device, who answers for it, and whom under 18
 * they saw. Nothing of what they read.
 *
 * @param what {@code roster}, {@code guest} or {@code no-shows}; {@code cancel-} and why, where
 *     they ended somebody's registration
 */
public record RosterRead(
    @BsonId String id,
    String session,
    String reader,
    String role,
    String what,
    List<String> children,
    Instant at) {

  public RosterRead {
    children = List.copyOf(children);
  }
}
