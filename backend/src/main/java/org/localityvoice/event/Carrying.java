package org.localityvoice.event;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.event.allocation.Allotments;
import org.localityvoice.event.allocation.Answer;
import org.localityvoice.event.allocation.Command;
import org.localityvoice.event.allocation.NewAllotment;
import org.localityvoice.event.allocation.NewSession;
import org.localityvoice.problem.Problem;
import org.localityvoice.schedule.InTurn;

/**
 * Makes the allotment follow its session, by what the session says now. Repeating it changes
 * nothing. It is done by the relay alone, which does one at a time, so that nothing late is done
 * after something newer.
 */
final class Carrying {
  private final SessionStore sessions;
  private final Allotments allotments;
  private final PlacesProjection projection;
  private final List<SessionReceiver> receivers;

  Carrying(
      SessionStore sessions,
      Allotments allotments,
      PlacesProjection projection,
      List<SessionReceiver> receivers) {
    this.sessions = sessions;
    this.allotments = allotments;
    this.projection = projection;
    this.receivers = List.copyOf(receivers);
  }

  /** Opens the allotment of a session that is to be published; false when its pool is full. */
  static Future<Boolean> open(Allotments allotments, Session session) {
    var places = places(session);
    var pool = session.poolCapacity();
    return allotments
        .open(new NewAllotment(session.allotmentId(), pool, List.of(places)))
        .compose(
            open ->
                pool == null
                    ? Future.succeededFuture(true)
                    : allotments
                        .apply(session.allotmentId(), new Command.AddSession(places))
                        .map(answer -> answer instanceof Answer.Done));
  }

  private static NewSession places(Session session) {
    return new NewSession(
        session.id(), session.startsAt(), session.endsAt(), session.capacity(), session.policy());
  }

  /** Carries out a change of a session. */
  Future<Void> carry(EventEffect effect) {
    return sessions
        .find(effect.id())
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(session -> places(session, commands(session)).compose(done -> tell(session)));
  }

  private static List<Command> commands(Session session) {
    var id = session.id();
    if (!session.listed()) {
      return List.of();
    }
    if (session.status() == SessionStatus.CANCELLED) {
      return List.of(new Command.CancelSession(id));
    }
    var commands = new ArrayList<Command>();
    commands.add(new Command.MoveSession(id, session.startsAt(), session.endsAt()));
    commands.add(new Command.ChangeCapacity(id, session.capacity()));
    commands.add(new Command.ChangePolicy(id, session.policy()));
    var pool = session.poolCapacity();
    if (pool != null) {
      commands.add(new Command.ChangePool(pool));
    }
    return commands;
  }

  private Future<Void> places(Session session, List<Command> commands) {
    // What is over in the meantime is refused, and stays as it was.
    return InTurn.each(
            commands, command -> allotments.apply(session.allotmentId(), command).mapEmpty())
        .compose(before -> projection.project(session.allotmentId()))
        .compose(before -> sessions.sharePool(session));
  }

  private Future<Void> tell(Session session) {
    return InTurn.each(receivers, receiver -> receiver.changed(session));
  }
}
