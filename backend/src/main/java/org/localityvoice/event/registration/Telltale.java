package org.localityvoice.event.registration;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.localityvoice.event.people.Vault;
import org.localityvoice.event.registration.Admission.Open;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Tells sessions what they ask to be told of their participants. */
final class Telltale {
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Vault vault;

  Telltale(Vault vault) {
    this.vault = vault;
  }

  /**
   * Names what is asked for, by which a retry is known. What is told goes into it under a key: who
   * sees the digest cannot try out what it may be.
   */
  Future<String> digest(String uid, String what, List<Member> party) {
    var told =
        party.stream()
            .sorted(Comparator.comparing(Member::id))
            .flatMap(one -> Stream.of(one.id(), one.needs().map(Json::text).orElse("")))
            .toArray(String[]::new);
    return vault.digest(told).map(digest -> DerivedId.of(uid, what, digest));
  }

  /** Has the session told, in order; each is durable before the next. */
  Future<Void> tell(Registration row, Open open, List<Member> party) {
    var told = Future.<Void>succeededFuture();
    for (var i = 0; i < party.size(); i++) {
      var at = "/participants/" + i + "/needs";
      var member = party.get(i);
      told = told.compose(before -> tell(row, open, member, at));
    }
    return told;
  }

  private Future<Void> tell(Registration row, Open open, Member member, String at) {
    var needs = member.needs().filter(one -> !one.kinds().isEmpty());
    if (needs.isEmpty()) {
      return Future.succeededFuture();
    }
    return vault
        .put(
            row.visit().session(),
            member.id(),
            row.id(),
            needs.get(),
            open.event().collects(),
            open.session().endsAt(),
            at)
        .compose(
            mine ->
                mine
                    ? Future.succeededFuture()
                    // Another request of somebody's is on its way with it, or was cut off. In a
                    // moment it is there, or gone.
                    : Future.failedFuture(
                        Problem.of(ProblemType.UNAVAILABLE).retryAfter(A_MOMENT)));
  }
}
