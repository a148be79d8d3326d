package org.localityvoice.identity.me;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** Tells callers who they are to this server, so that an app shows only what they may do. */
public final class MeOperations {
  /** Binds the operation. */
  public void addTo(Api api) {
    api.on("getMe", this::me);
  }

  private Future<Reply> me(Call call) {
    return Future.succeededFuture(Reply.ok(view(call.caller())));
  }

  private static Me view(Caller caller) {
    return new Me(
        caller.uid(),
        caller.roles().stream().sorted().map(Role::slug).toList(),
        caller.localities().stream().sorted().toList(),
        caller.organisation());
  }

  private record Me(
      String uid, List<String> roles, List<String> localities, Optional<String> organisation) {}
}
