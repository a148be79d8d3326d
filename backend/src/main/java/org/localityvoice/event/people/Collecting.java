package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.event.Collected;

/** Tells what sessions ask for; given by whoever knows them. */
public interface Collecting {
  /**
   * What a session asks for.
   *
   * @return empty for one that is not there, or not for everybody to see
   */
  Future<Optional<Asked>> of(String session);

  /**
   * What is asked.
   *
   * @param collects nothing else is taken
   * @param endsAt when the session is over
   * @param cancelled whether it does not take place
   */
  record Asked(Set<Collected> collects, Instant endsAt, boolean cancelled) {
    public Asked {
      collects = Set.copyOf(collects);
    }
  }
}
