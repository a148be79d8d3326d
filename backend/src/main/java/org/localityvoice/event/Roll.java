package org.localityvoice.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.mongo.Versioned;

/**
 * Which sessions an event is given, beside those that are there. This one document decides whether
 * there is room for more, so that many who add some at once do not add too many. Pure.
 *
 * @param id of the event
 * @param lines one for each session that has been, or is being, made since there are rolls
 */
public record Roll(@BsonId String id, long version, List<Line> lines) implements Versioned {
  /** So much longer than anybody takes between the line and the session. */
  static final Duration STALE = Duration.ofMinutes(10);

  public Roll {
    lines = List.copyOf(lines);
  }

  /**
   * Room for a session.
   *
   * @param at when it was last asked for
   * @param tries those who make it; a line ends when all of them have failed
   */
  public record Line(String session, Instant at, List<Long> tries) {
    public Line {
      tries = List.copyOf(tries);
    }

    private Line with(long attempt, Instant now) {
      var more = new ArrayList<>(tries);
      more.add(attempt);
      return new Line(session, now, more);
    }

    private Line without(long attempt) {
      return new Line(session, at, tries.stream().filter(one -> one != attempt).toList());
    }
  }

  static Roll empty(String id) {
    return new Roll(id, 1, List.of());
  }

  /** The attempt that the next state knows its lines by. */
  long attempt() {
    return version + 1;
  }

  /**
   * With room for more sessions; empty when that would be too many. What was asked for long ago and
   * never made takes none.
   *
   * @param there ids of the sessions of the event, read before
   */
  Optional<Roll> with(Collection<String> wanted, Set<String> there, Instant now, int most) {
    var next = new ArrayList<Line>();
    var asked = new HashSet<String>();
    for (var line : lines) {
      if (wanted.contains(line.session())) {
        next.add(line.with(attempt(), now));
        asked.add(line.session());
      } else if (there.contains(line.session()) || line.at().plus(STALE).isAfter(now)) {
        next.add(line);
      }
    }
    wanted.stream()
        .filter(asked::add)
        .forEach(one -> next.add(new Line(one, now, List.of(attempt()))));
    var all = new HashSet<>(there);
    next.forEach(line -> all.add(line.session()));
    return all.size() > most ? Optional.empty() : Optional.of(new Roll(id, version + 1, next));
  }

  /** Without what an attempt has not made. */
  Roll without(Collection<String> failed, long attempt) {
    var next =
        lines.stream()
            .map(line -> failed.contains(line.session()) ? line.without(attempt) : line)
            .filter(line -> !line.tries().isEmpty())
            .toList();
    return new Roll(id, version + 1, next);
  }
}
