package org.localityvoice.event.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.event.Hindrance;

/** Clashes as the contract shows them: to staff, by roles and not by names. */
final class ClashViews {
  private ClashViews() {}

  record ClashList(List<ClashView> items, Optional<String> next) {}

  record ResultList(List<ResultView> results) {}

  /** What became of one of many answers. */
  record ResultView(String clash, String outcome, Optional<String> state, Optional<String> code) {}

  static ResultView answered(Clash clash) {
    return new ResultView(
        clash.id(), "answered", Optional.of(clash.state().slug()), Optional.empty());
  }

  static ResultView refused(String clash, String code) {
    return new ResultView(clash, "refused", Optional.empty(), Optional.of(code));
  }

  record ClashView(
      String id,
      String pair,
      List<String> localities,
      String code,
      String state,
      int round,
      List<SideView> sides,
      Optional<SaidView> decision,
      Instant openedAt,
      Instant answerBy,
      boolean managersTold) {}

  record SideView(
      String session,
      String event,
      String organiser,
      String locality,
      Map<String, String> title,
      Instant startsAt,
      Instant endsAt,
      String venue,
      String space,
      AgesView ages,
      String activity,
      boolean mayBePublished,
      Optional<SaidView> answer) {}

  record AgesView(int from, int to) {}

  record SaidView(
      String resolution,
      Optional<String> givesWay,
      Optional<String> reason,
      String by,
      Instant at) {}

  static ClashView clash(Clash clash) {
    return new ClashView(
        clash.id(),
        clash.pair(),
        clash.localities(),
        clash.code().name(),
        clash.state().slug(),
        clash.round(),
        clash.sides().stream().map(side -> side(clash, side)).toList(),
        Optional.ofNullable(clash.decided()).map(ClashViews::said),
        clash.openedAt(),
        clash.answerBy(),
        clash.managersTold());
  }

  /**
   * For whoever wants to publish one of the two. They work in the locality of their own session, so
   * they may read the clash itself.
   */
  static Hindrance hindrance(Clash clash) {
    return new Hindrance(
        clash.id(), clash.code().name(), clash.sides().stream().map(ClashViews::occasion).toList());
  }

  private static Hindrance.Occasion occasion(Side side) {
    return new Hindrance.Occasion(
        side.session(),
        side.event(),
        side.organiser(),
        side.locality(),
        side.title().byLanguage(),
        side.slot().startsAt(),
        side.slot().endsAt(),
        side.slot().venueId(),
        side.slot().spaceId());
  }

  private static SideView side(Clash clash, Side side) {
    return new SideView(
        side.session(),
        side.event(),
        side.organiser(),
        side.locality(),
        side.title().byLanguage(),
        side.slot().startsAt(),
        side.slot().endsAt(),
        side.slot().venueId(),
        side.slot().spaceId(),
        new AgesView(side.ages().from(), side.ages().to()),
        side.activity(),
        Settlement.mayGoOn(clash, side),
        Optional.ofNullable(side.said()).map(ClashViews::said));
  }

  private static SaidView said(Said said) {
    return new SaidView(
        said.resolution().slug(),
        Optional.ofNullable(said.givesWay()),
        Optional.ofNullable(said.reason()),
        said.by().role(),
        said.at());
  }
}
