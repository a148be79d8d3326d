package org.localityvoice.event.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.localityvoice.event.allocation.Standing.Waiting;

/**
 * Who gets which place. Pure: what it comes to follows from the allotment, the commands and the
 * moment alone. Before the first command, and after each, time takes effect and whoever may be let
 * in is let in.
 */
public final class Allocator {
  /** So many effects in one write, and those who come later have to wait for the next one. */
  static final int MANY_EFFECTS = 1_000;

  private final Draft draft;
  private final Joining joining;
  private final Registered registered;
  private final SessionChanges sessions;

  private Allocator(Draft draft) {
    this.draft = draft;
    joining = new Joining(draft);
    registered = new Registered(draft, joining);
    sessions = new SessionChanges(draft);
  }

  /**
   * What commands come to.
   *
   * @param next the very allotment that was seen, if nothing has changed
   * @param answers to the commands, in order; fewer than commands if these have so many effects
   *     that the rest must wait for the next write
   * @param effects what has happened, in order; also in the outbox of {@code next}
   */
  public record Allocation(Allotment next, List<Answer> answers, List<PlacesEffect> effects) {
    public Allocation {
      answers = List.copyOf(answers);
      effects = List.copyOf(effects);
    }
  }

  /** Applies commands one after the other, as one change. */
  public static Allocation apply(Allotment seen, List<Command> commands, Instant now) {
    var draft = new Draft(seen, now);
    var allocator = new Allocator(draft);
    allocator.settle();
    var answers = new ArrayList<Answer>();
    for (var command : commands) {
      if (draft.effects().size() >= MANY_EFFECTS && !answers.isEmpty()) {
        break;
      }
      answers.add(allocator.answer(command));
    }
    return new Allocation(draft.next(), answers, draft.effects());
  }

  /** A new allotment: nobody is in it. */
  public static Allotment open(NewAllotment wanted) {
    return new Allotment(
        wanted.id(),
        1,
        wanted.poolCapacity(),
        wanted.sessions().stream().map(SessionPlaces::empty).toList(),
        0,
        0,
        List.of(),
        null,
        null,
        null,
        List.of(),
        null);
  }

  private void settle() {
    PassingTime.lapse(draft);
    Waitlist.serve(draft);
  }

  private Answer answer(Command command) {
    var refusal = execute(command);
    settle();
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    return command instanceof Command.OfRegistration of ? where(of) : new Answer.Done();
  }

  private Optional<Refusal> execute(Command command) {
    if (command instanceof Command.OfSession of) {
      return draft
          .session(of.session())
          .map(session -> execute(session, of))
          .orElse(Optional.of(Refusal.UNKNOWN_SESSION));
    }
    if (command instanceof Command.RemoveParticipant remove) {
      registered.remove(remove.participant(), remove.session());
    } else if (command instanceof Command.Forget forget) {
      draft.forget(forget);
    } else if (command instanceof Command.AddSession add) {
      return sessions.add(add.session());
    } else if (command instanceof Command.ChangePool pool) {
      return sessions.changePool(pool.capacity());
    }
    return Optional.empty();
  }

  private Optional<Refusal> execute(SessionPlaces session, Command.OfSession command) {
    if (command instanceof Command.Join join) {
      return joining.join(session, join);
    } else if (command instanceof Command.Hold hold) {
      return joining.hold(session, hold);
    } else if (command instanceof Command.Leave leave) {
      return change(session, leave, (in, one) -> registered.leave(in, one, leave.by()));
    } else if (command instanceof Command.ChangeParty party) {
      return change(session, party, (in, one) -> registered.changeParty(in, one, party));
    } else if (command instanceof Command.AcceptOffer accept) {
      return change(session, accept, registered::accept);
    } else if (command instanceof Command.DeclineOffer decline) {
      return change(session, decline, registered::decline);
    } else if (command instanceof Command.ConfirmHold confirm) {
      return change(session, confirm, registered::confirm);
    } else if (command instanceof Command.ReleaseHold release) {
      return change(session, release, registered::release);
    } else if (command instanceof Command.ChangeCapacity capacity) {
      return sessions.changeCapacity(session, capacity.capacity());
    } else if (command instanceof Command.ChangePolicy policy) {
      return sessions.changePolicy(session, policy.policy());
    } else if (command instanceof Command.MoveSession move) {
      return sessions.move(session, move);
    }
    return sessions.cancel(session);
  }

  /** Nothing is done to a registration that has ended, and the answer says so. */
  private Optional<Refusal> change(
      SessionPlaces session,
      Command.OfRegistration command,
      BiFunction<SessionPlaces, Booking, Optional<Refusal>> action) {
    return session
        .booking(command.registration())
        .map(
            booking -> {
              var closed = session.closed(draft.now());
              return closed.isPresent() ? closed : action.apply(session, booking);
            })
        .orElse(Optional.empty());
  }

  private Answer where(Command.OfRegistration command) {
    var session = draft.session(command.session()).orElseThrow();
    var ended = session.ended(command.registration());
    if (ended.isPresent()) {
      return new Answer.HasEnded(command.registration(), ended.get().reason());
    }
    return session
        .booking(command.registration())
        .<Answer>map(
            booking ->
                new Answer.Stands(
                    booking.registration(),
                    booking.standing(),
                    booking.standing() instanceof Waiting
                        ? session.waitlist().indexOf(booking) + 1
                        : 0))
        .orElse(new Answer.Refused(Refusal.UNKNOWN_REGISTRATION));
  }
}
