package org.localityvoice.event.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An allotment to open.
 *
 * @param id derived from the session, or from the venue space and day whose sessions share a pool
 * @param poolCapacity participants of all sessions together; absent without a pool, and then there
 *     is one session
 * @param sessions at most {@link #MOST_SESSIONS}; more can be added later
 */
public record NewAllotment(String id, @Nullable Integer poolCapacity, List<NewSession> sessions) {
  /** How many sessions may share a pool. The document must stay small. */
  public static final int MOST_SESSIONS = 24;

  public NewAllotment {
    if (poolCapacity != null) {
      NewSession.checkCapacity(poolCapacity);
    } else if (sessions.size() > 1) {
      throw new IllegalArgumentException("sessions without a pool have an allotment each");
    }
    if (sessions.size() > MOST_SESSIONS) {
      throw new IllegalArgumentException("too many sessions share a pool");
    }
    if (sessions.stream().map(NewSession::id).distinct().count() < sessions.size()) {
      throw new IllegalArgumentException("a session is named twice");
    }
    sessions = List.copyOf(sessions);
  }
}
