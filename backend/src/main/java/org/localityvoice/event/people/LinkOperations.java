package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.outbox.Relay;
import org.localityvoice.problem.Problem;

/** The operations on links between guardians and children. */
final class LinkOperations {
  private static final Set<Role> CHECKERS =
      Set.of(Role.PARTNER_OFFICER, Role.NEIGHBOURHOOD_MANAGER);

  private final People people;
  private final CodeService codes;
  private final LinkService links;
  private final StaffCheckService checks;
  private final LeaveService leaving;
  private final Relay relay;

  LinkOperations(
      People people,
      CodeService codes,
      LinkService links,
      StaffCheckService checks,
      LeaveService leaving,
      Relay relay) {
    this.people = people;
    this.codes = codes;
    this.links = links;
    this.checks = checks;
    this.leaving = leaving;
    this.relay = relay;
  }

  private record CodeBody(
      String kind, @Nullable String participant, @Nullable String relationship) {}

  private record CodeView(String code, String kind, Instant expiresAt) {}

  private record RedeemBody(String code, @Nullable String relationship, boolean declaration) {}

  private record CheckBody(
      String code, String childFamilyName, LocalDate childBorn, String guardianFamilyName) {}

  private record CheckView(String tier) {}

  void addTo(Api api) {
    api.on("makeGuardianCode", this::make)
        .on("redeemGuardianCode", this::redeem)
        .on("checkGuardian", this::check)
        .on("endGuardianLink", this::end);
  }

  private Future<Reply> make(Call call) {
    var body = call.body(CodeBody.class);
    var wanted =
        new CodeService.Wanted(
            GuardianCode.Kind.of(body.kind()),
            body.participant(),
            relationship(body.relationship()));
    if (wanted.kind() == GuardianCode.Kind.YOUNG_PERSON) {
      mustBeVerified(call.caller());
    }
    return codes
        .make(call.caller().uid(), call.idempotencyKey(), wanted)
        .map(
            shown ->
                Reply.json(
                    201, new CodeView(shown.text(), shown.kind().slug(), shown.expiresAt())));
  }

  private Future<Reply> redeem(Call call) {
    var body = call.body(RedeemBody.class);
    if (body.relationship() != null) {
      mustBeVerified(call.caller());
    }
    return links
        .redeem(call.caller().uid(), body.code(), relationship(body.relationship()))
        .map(one -> Reply.ok(PeopleViews.participant(one, people.today())));
  }

  private Future<Reply> check(Call call) {
    var body = call.body(CheckBody.class);
    var papers =
        new StaffCheckService.Papers(
            body.childFamilyName(), body.childBorn(), body.guardianFamilyName());
    return checks
        .check(call.caller().signing(CHECKERS), body.code(), papers)
        .map(tier -> Reply.ok(new CheckView(tier.slug())));
  }

  private Future<Reply> end(Call call) {
    return leaving
        .end(call.caller().uid(), call.path("participantId"), call.path("linkId"))
        .onSuccess(done -> relay.nudge())
        .map(done -> Reply.noContent());
  }

  /** Whoever says that they are a guardian has an account with address and number. */
  static void mustBeVerified(Caller caller) {
    if (!caller.verified()) {
      throw Problem.conflict("account-not-verified");
    }
  }

  private static @Nullable Relationship relationship(@Nullable String slug) {
    return slug == null ? null : Relationship.of(slug);
  }
}
