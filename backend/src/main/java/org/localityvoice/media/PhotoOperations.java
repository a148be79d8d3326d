package org.localityvoice.media;

import io.vertx.core.Future;
import java.util.Optional;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.identity.Caller;

/** The photo operation of the contract. */
final class PhotoOperations {
  private final Intake intake;

  PhotoOperations(Intake intake) {
    this.intake = intake;
  }

  private record PhotoView(String id, int width, int height) {}

  void addTo(Api api) {
    api.on("putPhoto", this::put);
  }

  private Future<Reply> put(Call call) {
    return intake
        .receive(Optional.of(call.path("sha256")), call.bytes(), call.holder().map(Caller::uid))
        .map(received -> Reply.json(received.fresh() ? 201 : 200, view(received.photo())));
  }

  private static PhotoView view(Photo photo) {
    return new PhotoView(photo.id(), photo.width(), photo.height());
  }
}
