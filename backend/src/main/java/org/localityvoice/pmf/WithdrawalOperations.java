package org.localityvoice.pmf;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.pmf.Withdrawal.Wish;

/** The operations about withdrawals. */
final class WithdrawalOperations {
  private static final String ID = "withdrawalId";

  private final WithdrawalService service;

  WithdrawalOperations(WithdrawalService service) {
    this.service = service;
  }

  private record View(
      String id,
      String locality,
      String period,
      List<String> measures,
      String reason,
      String state,
      Instant proposedAt,
      String proposedBy,
      Optional<Instant> decidedAt,
      Optional<String> decidedBy) {}

  private record ViewList(List<View> withdrawals) {}

  void addTo(Api api) {
    api.on("listPmfWithdrawals", this::list)
        .on("proposePmfWithdrawal", this::propose)
        .on("approvePmfWithdrawal", this::approve)
        .on("refusePmfWithdrawal", this::refuse);
  }

  private Future<Reply> list(Call call) {
    return service
        .of(call.path("localityId"), call.caller())
        .map(all -> Reply.ok(new ViewList(all.stream().map(WithdrawalOperations::view).toList())));
  }

  private Future<Reply> propose(Call call) {
    return service
        .propose(call.path("localityId"), call.body(Wish.class), call.caller())
        .map(made -> Reply.json(201, view(made)));
  }

  private Future<Reply> approve(Call call) {
    return service.approve(call.path(ID), call.caller()).map(one -> Reply.ok(view(one)));
  }

  private Future<Reply> refuse(Call call) {
    return service.refuse(call.path(ID), call.caller()).map(one -> Reply.ok(view(one)));
  }

  private static View view(Withdrawal one) {
    return new View(
        one.id(),
        one.locality(),
        one.period(),
        one.measures(),
        one.reason(),
        one.state().slug(),
        one.proposedAt(),
        one.proposedBy(),
        Optional.ofNullable(one.decidedAt()),
        Optional.ofNullable(one.decidedBy()));
  }
}
