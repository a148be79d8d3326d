package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.event.Events;
import org.localityvoice.event.Session;
import org.localityvoice.event.registration.PartyService.Mine;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.mongo.ListMark;
import org.localityvoice.problem.Problem;

/** The operations of the contract about registrations. */
final class RegistrationOperations {
  private static final int PAGE = 50;

  private final Events events;
  private final RegistrationService registrations;
  private final PartyService parties;
  private final PartyChangeService changes;
  private final PackageService packages;
  private final List<String> languages;

  /**
   * The operations.
   *
   * @param languages that titles may be in
   */
  RegistrationOperations(
      Events events,
      RegistrationService registrations,
      PartyService parties,
      PartyChangeService changes,
      PackageService packages,
      List<String> languages) {
    this.events = events;
    this.registrations = registrations;
    this.parties = parties;
    this.changes = changes;
    this.packages = packages;
    this.languages = languages;
  }

  void addTo(Api api) {
    api.on("registerParty", this::register)
        .on("registerPackage", this::book)
        .on("listMyRegistrations", this::mine)
        .on("getRegistration", this::get)
        .on("changeParty", this::change)
        .on("cancelRegistration", this::cancel)
        .on("acceptOffer", this::accept)
        .on("declineOffer", this::decline);
  }

  private Future<Reply> register(Call call) {
    var asked = call.body(RegistrationViews.NewRegistration.class).asked();
    return registrations
        .register(uid(call), call.path("sessionId"), asked)
        .compose(
            taken ->
                view(call, all(taken.seen()))
                    .map(
                        view ->
                            taken.fresh()
                                ? Reply.created("/v1/registrations/" + asked.id(), view)
                                : Reply.ok(view)))
        .map(reply -> said(call, reply));
  }

  /** Whoever has just registered them acts for all of them. */
  private static Mine all(Seen seen) {
    return new Mine(seen, Set.copyOf(seen.row().participants()));
  }

  private Future<Reply> book(Call call) {
    var asked = call.body(RegistrationViews.NewRegistration.class).asked();
    return packages
        .book(uid(call), call.path("eventId"), asked)
        .map(taken -> Reply.json(taken.fresh() ? 201 : 200, RegistrationViews.of(taken.one())));
  }

  private Future<Reply> mine(Call call) {
    var limit = call.number("limit", PAGE);
    return parties
        .list(uid(call), call.flag("over"), call.query("after").map(ListMark::read), limit + 1)
        .compose(
            found -> {
              var items = found.stream().limit(limit).toList();
              var next =
                  found.size() > limit
                      ? Optional.of(items.get(limit - 1).seen().row().mark().text())
                      : Optional.<String>empty();
              return sessions(items)
                  .map(
                      sessions ->
                          Reply.ok(
                              new RegistrationViews.Page(
                                  items.stream()
                                      .map(
                                          one ->
                                              RegistrationViews.of(
                                                  one,
                                                  Optional.ofNullable(sessions.get(session(one))),
                                                  language(call)))
                                      .toList(),
                                  next)));
            })
        .map(reply -> said(call, reply));
  }

  private static String session(Mine one) {
    return one.seen().row().visit().session();
  }

  private Future<Map<String, Session>> sessions(List<Mine> items) {
    var ids = items.stream().map(RegistrationOperations::session).distinct().toList();
    return events
        .sessions(ids)
        .map(found -> found.stream().collect(Collectors.toMap(Session::id, one -> one)));
  }

  private Future<Reply> get(Call call) {
    return seen(call, parties.find(uid(call), id(call)));
  }

  private Future<Reply> change(Call call) {
    var key = DerivedId.of(uid(call), call.idempotencyKey());
    var asked = call.body(RegistrationViews.ChangedParty.class).asked(key);
    return seen(call, changes.change(uid(call), id(call), asked));
  }

  private Future<Reply> cancel(Call call) {
    var whole =
        call.hasBody() && call.body(RegistrationViews.Cancellation.class).whole().orElse(false);
    var cancelled =
        whole
            ? parties.find(uid(call), id(call)).compose(one -> whole(call, one))
            : parties.cancel(uid(call), id(call));
    return seen(call, cancelled);
  }

  private Future<Mine> whole(Call call, Mine one) {
    var of = one.seen().row().packageId();
    if (of == null) {
      throw Problem.conflict("no-package");
    }
    // Who acts for some of the party only gives back those, on this date.
    return one.whole()
        ? packages.cancel(of).compose(done -> parties.find(uid(call), id(call)))
        : Future.failedFuture(Problem.conflict("package-of-others"));
  }

  private Future<Reply> accept(Call call) {
    var confirmed =
        call.hasBody()
            && call.body(RegistrationViews.Acceptance.class).confirmOverlap().orElse(false);
    return seen(call, parties.accept(uid(call), id(call), confirmed));
  }

  private Future<Reply> decline(Call call) {
    return seen(call, parties.decline(uid(call), id(call)));
  }

  private Future<Reply> seen(Call call, Future<Mine> found) {
    return found.compose(mine -> view(call, mine)).map(view -> said(call, Reply.ok(view)));
  }

  private Future<RegistrationViews.RegistrationView> view(Call call, Mine mine) {
    return events
        .session(session(mine))
        .map(session -> RegistrationViews.of(mine, session, language(call)));
  }

  private Reply said(Call call, Reply reply) {
    return reply.with("Content-Language", language(call)).with("Vary", "Accept-Language");
  }

  private String language(Call call) {
    return call.language(languages);
  }

  private static String uid(Call call) {
    return call.caller().uid();
  }

  private static String id(Call call) {
    return call.path("registrationId");
  }
}
