package org.localityvoice.pledge;

import io.vertx.core.Future;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Locality;
import org.localityvoice.problem.Problem;

/** Our part and your part, for everybody. */
final class PledgeOperations {
  private final PledgeStore store;
  private final Areas areas;

  PledgeOperations(PledgeStore store, Areas areas) {
    this.store = store;
    this.areas = areas;
  }

  void addTo(Api api) {
    api.on("getOurPartYourPart", this::read);
  }

  private Future<Reply> read(Call call) {
    return areas
        .area()
        .compose(
            found -> {
              var area = found.orElseThrow(Problem::notFound);
              var locality = area.locality(call.path("localityId")).orElseThrow(Problem::notFound);
              return store.read().map(pledges -> reply(pledges, area, locality, call));
            });
  }

  private static Reply reply(Pledges pledges, Area area, Locality locality, Call call) {
    var language = call.language(area.languages());
    return Reply.tagged(PledgeViews.of(pledges, area, locality, language))
        .with("Content-Language", language)
        .with("Vary", "Accept-Language");
  }
}
