package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where postcodes are. */
final class Postcodes {
  private static final int BATCH = 500;

  private final PostcodeStore store;

  Postcodes(PostcodeStore store) {
    this.store = store;
  }

  /** Where a postcode is; empty for one that the directory does not know. */
  Future<Optional<Point>> find(String postcode) {
    return store.find(Postcode.plain(postcode)).map(found -> found.map(KnownPostcode::point));
  }

  /** Where a location is: at its own point, else where its postcode is. */
  Future<Optional<Point>> place(LocationContent content) {
    var point = content.point();
    var address = content.address();
    if (point != null) {
      return Future.succeededFuture(Optional.of(point));
    }
    return address == null ? Future.succeededFuture(Optional.empty()) : find(address.postcode());
  }

  /** Learns where these are. */
  Future<Void> learn(List<KnownPostcode> all) {
    var done = Future.<Void>succeededFuture();
    for (var from = 0; from < all.size(); from += BATCH) {
      var some = all.subList(from, Math.min(all.size(), from + BATCH));
      done = done.compose(before -> store.write(some));
    }
    return done;
  }
}
