package org.localityvoice.report.open311;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.report.SystemReports;

/** Takes the photos of a form one after the other; what cannot be read refuses the form. */
record SentPhotos(SystemReports reports, Client client) {
  /** Their ids, each once. Those of a form that is refused later are forgotten after a while. */
  Future<List<String>> take(List<Buffer> photos) {
    var ids = new ArrayList<String>();
    var all = Future.<Void>succeededFuture();
    for (var photo : photos) {
      all =
          all.compose(before -> reports.photo(photo, client.key().id()))
              .map(
                  id -> {
                    if (!ids.contains(id)) {
                      ids.add(id);
                    }
                    return null;
                  });
    }
    return all.map(done -> List.copyOf(ids));
  }
}
