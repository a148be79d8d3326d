package org.localityvoice.event.planning;

import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * What somebody wants to say about a clash, before it is known whether that makes sense. Pure.
 *
 * @param round that they have seen
 * @param named the session that they name besides their own: the one that two are merged into, or
 *     for a manager the one that gives way
 */
record Asked(int round, Resolution resolution, Optional<String> named, Optional<String> reason) {

  /** What the organiser of one of the sessions says about it. */
  ClashLife.Wanted asOrganiser(Clash clash, Side own) {
    mustGiveReason();
    if (resolution != Resolution.MERGED) {
      mustNotName("/into", "clash-into-only-merged");
    }
    var goes =
        switch (resolution) {
          case ACCEPTED -> null;
          case MOVED, WITHDRAWN -> own.session();
          case MERGED -> clash.across(named(clash, "/into")).session();
        };
    return new ClashLife.Wanted(round, resolution, goes, reason.orElse(null));
  }

  /** What a manager decides. */
  ClashLife.Wanted asManager(Clash clash) {
    mustGiveReason();
    if (resolution == Resolution.ACCEPTED) {
      mustNotName("/givesWay", "clash-both-stay");
      return new ClashLife.Wanted(round, resolution, null, reason.orElse(null));
    }
    var goes = named(clash, "/givesWay").session();
    return new ClashLife.Wanted(round, resolution, goes, reason.orElse(null));
  }

  private void mustGiveReason() {
    if (resolution == Resolution.ACCEPTED && reason.isEmpty()) {
      throw wrong("/reason", "clash-reason");
    }
  }

  private void mustNotName(String pointer, String code) {
    if (named.isPresent()) {
      throw wrong(pointer, code);
    }
  }

  private Side named(Clash clash, String pointer) {
    var session = named.orElseThrow(() -> wrong(pointer, "required"));
    return clash.side(session).orElseThrow(() -> wrong(pointer, "clash-session"));
  }

  private static Problem wrong(String pointer, String code) {
    return Problem.invalid(List.of(Violation.at(pointer, code)));
  }
}
