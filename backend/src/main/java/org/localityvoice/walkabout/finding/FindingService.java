package org.localityvoice.walkabout.finding;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;
import org.localityvoice.report.SystemReports;
import org.localityvoice.walkabout.WalkaboutAccess;
import org.localityvoice.walkabout.grading.FindingMove;
import org.localityvoice.walkabout.grading.Grade;

/** Shows findings to those who work on them, and moves them on. */
final class FindingService {
  private static final Set<Role> STAFF =
      Set.of(Role.WARDEN, Role.NEIGHBOURHOOD_MANAGER, Role.PARTNER_OFFICER);

  private final FindingStore store;
  private final Areas areas;
  private final SystemReports reports;
  private final FindingPhotos photos;
  private final InstantSource clock;

  FindingService(
      FindingStore store,
      Areas areas,
      SystemReports reports,
      FindingPhotos photos,
      InstantSource clock) {
    this.store = store;
    this.areas = areas;
    this.reports = reports;
    this.photos = photos;
    this.clock = clock;
  }

  /** Those of a locality in which the caller works, the latest first. */
  Future<List<Finding>> list(
      FindingStore.Wanted wanted, Optional<FindingStore.Mark> after, int limit, Caller caller) {
    WalkaboutAccess.mustWalk(caller, wanted.locality());
    return store.list(wanted, after, limit);
  }

  /** One of them. */
  Future<Finding> find(String id, Caller caller) {
    return store.find(id).map(found -> shown(found, caller));
  }

  private static Finding shown(Optional<Finding> found, Caller caller) {
    var finding = found.filter(Finding::shown).orElseThrow(Problem::notFound);
    WalkaboutAccess.mustWalk(caller, finding.localityId());
    return finding;
  }

  /**
   * What is to be done with a finding.
   *
   * @param edition that was seen
   * @param owner for an assignment
   * @param after grade that was seen, for a verification, or for opening it again
   * @param photo of what was seen then, by its SHA-256
   */
  record Wanted(
      FindingMove move,
      long edition,
      Optional<String> owner,
      Optional<Grade> after,
      Optional<String> photo) {}

  /** Moves it on; the same again by the same person changes nothing. */
  Future<Finding> move(String id, Wanted wanted, Caller caller) {
    return find(id, caller)
        .compose(finding -> areas.find(finding.localityId()))
        .compose(
            locality -> {
              check(wanted, locality);
              return store.change(
                  id,
                  found -> {
                    shown(Optional.of(found), caller);
                    if (isRetry(found, wanted, caller)) {
                      return Decision.keep(found);
                    }
                    mayMove(wanted, found, caller);
                    var next = moved(found, wanted, caller, caller.signing(STAFF).role());
                    return Decision.replace(next, next);
                  });
            })
        .compose(moved -> photos.claimAfter(moved, wanted.photo(), caller));
  }

  private static void check(Wanted wanted, Optional<Locality> locality) {
    if (wanted.move() == FindingMove.ASSIGN) {
      var owner = wanted.owner().orElseThrow(() -> fault("/owner", "required"));
      if (locality.filter(one -> one.partners().contains(owner)).isEmpty()) {
        throw fault("/owner", "unknown-partner");
      }
    } else if (wanted.owner().isPresent()) {
      throw fault("/owner", "not-with-this-move");
    }
    if (wanted.move() == FindingMove.VERIFY) {
      var after = wanted.after().orElseThrow(() -> fault("/after", "required"));
      if (after.calls()) {
        throw fault("/after", "not-put-right");
      }
    } else if (wanted.after().isPresent() && wanted.move() != FindingMove.REOPEN) {
      throw fault("/after", "not-with-this-move");
    }
    if (wanted.photo().isPresent()
        && wanted.move() != FindingMove.VERIFY
        && wanted.move() != FindingMove.REOPEN) {
      throw fault("/photo", "not-with-this-move");
    }
  }

  /** Wardens and the manager give findings away; an officer only what is theirs. */
  private static void mayMove(Wanted wanted, Finding found, Caller caller) {
    var assigns = wanted.move() == FindingMove.ASSIGN || wanted.move() == FindingMove.NOT_OURS;
    var leads = caller.has(Role.WARDEN) || caller.has(Role.NEIGHBOURHOOD_MANAGER);
    if (assigns && !leads && !found.ownedBy().equals(caller.organisation())) {
      throw Problem.conflict("finding-not-yours");
    }
    if (found.edition() != wanted.edition()) {
      throw Problem.of(ProblemType.PRECONDITION_FAILED);
    }
  }

  private static boolean isRetry(Finding found, Wanted wanted, Caller caller) {
    if (found.moves().isEmpty() || found.edition() != wanted.edition() + 1) {
      return false;
    }
    var last = found.moves().get(found.moves().size() - 1);
    return last.move() == wanted.move()
        && caller.uid().equals(last.by())
        && Objects.equals(last.owner(), wanted.owner().orElse(null))
        && last.after() == wanted.after().orElse(null)
        && Objects.equals(last.photo(), wanted.photo().orElse(null));
  }

  private Finding moved(Finding found, Wanted wanted, Caller caller, String role) {
    wanted
        .move()
        .refused(found.state(), found.ownedBy(), caller.organisation())
        .ifPresent(
            why -> {
              throw refusal(why, found);
            });
    var moved =
        new Moved(
            found.edition() + 1,
            wanted.move(),
            caller.uid(),
            role,
            caller.organisation().orElse(null),
            wanted.owner().orElse(null),
            wanted.after().orElse(null),
            wanted.photo().orElse(null),
            now());
    return found.with(moved, owner(found, wanted), Confirming.effects(found, moved, caller));
  }

  private static @Nullable String owner(Finding found, Wanted wanted) {
    return wanted.move() == FindingMove.NOT_OURS ? null : wanted.owner().orElse(found.owner());
  }

  private static Problem refusal(FindingMove.Refusal why, Finding found) {
    return switch (why) {
      case NOT_NOW -> Problem.conflict("finding-not-now", found.state().wire());
      case NOT_THE_OWNER -> Problem.conflict("finding-not-yours");
      case OWNERS_OWN -> Problem.conflict("finding-owners-own");
    };
  }

  /**
   * What somebody whom the problem affects has seen: they reported it, or joined the report.
   *
   * @param after the grade that they saw
   * @param photo of it, by its SHA-256
   */
  Future<Finding> verify(String id, Grade after, Optional<String> photo, Caller caller) {
    return store
        .find(id)
        .map(found -> found.filter(Finding::shown).orElseThrow(Problem::notFound))
        .compose(
            finding ->
                affects(finding, caller)
                    .compose(
                        affected -> {
                          if (!affected) {
                            throw Problem.notFound();
                          }
                          return store.change(id, found -> seen(found, after, photo, caller));
                        }))
        .compose(seen -> photos.claimAfter(seen, photo, caller));
  }

  private Future<Boolean> affects(Finding finding, Caller caller) {
    return finding.reported().isEmpty()
        ? Future.succeededFuture(false)
        : reports
            .find(finding.reported().get().id())
            .map(
                report ->
                    report.stream()
                        .flatMap(one -> one.affected().stream())
                        .anyMatch(one -> caller.uid().equals(one.uid())));
  }

  private Decision<Finding, Finding> seen(
      Finding found, Grade after, Optional<String> photo, Caller caller) {
    var move = after.calls() ? FindingMove.REOPEN : FindingMove.VERIFY;
    var last = found.moves().isEmpty() ? null : found.moves().get(found.moves().size() - 1);
    if (last != null
        && caller.uid().equals(last.by())
        && last.move() == move
        && last.after() == after
        && Objects.equals(last.photo(), photo.orElse(null))) {
      return Decision.keep(found);
    }
    var wanted = new Wanted(move, found.edition(), Optional.empty(), Optional.of(after), photo);
    var next = moved(found, wanted, caller, Confirming.RESIDENT);
    return Decision.replace(next, next);
  }

  private static Problem fault(String pointer, String code) {
    return Problem.invalid(List.of(Violation.at(pointer, code)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
