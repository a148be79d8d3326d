package org.localityvoice.media;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;

/** Makes the renditions that may be shown. */
final class Redactor {
  private final PhotoStore photos;
  private final PhotoFiles files;
  private final Workers workers;

  Redactor(PhotoStore photos, PhotoFiles files, Workers workers) {
    this.photos = photos;
    this.files = files;
    this.workers = workers;
  }

  /** What is to be done: a source, the parts to cover in it, and where the result goes. */
  private record Task(
      String photo, int source, Rendition from, int edition, List<Rectangle> parts) {}

  private record Outcome(Photo photo, boolean ours) {}

  Future<Photo> redact(String id, List<Rectangle> parts) {
    return photos
        .change(id, photo -> task(photo, parts))
        .compose(
            task ->
                source(task)
                    .compose(full -> workers.run(() -> covered(full, task)))
                    .compose(covered -> keep(task, covered)));
  }

  private static Decision<Photo, Task> task(Photo photo, List<Rectangle> parts) {
    var from = photo.hasOriginal() ? Rendition.FULL : Rendition.PUBLIC_FULL;
    int source = photo.edition(from).orElseThrow(Problem::notFound);
    var next = photo.redacting();
    // What is covered for good, because it has been shown covered or because nothing else is left.
    var lasting = photo.redaction().published() || !photo.hasOriginal();
    var all = lasting ? photo.redaction().and(parts) : List.copyOf(parts);
    return Decision.replace(next, new Task(photo.id(), source, from, next.editions().last(), all));
  }

  private Future<Buffer> source(Task task) {
    return files
        .read(task.photo(), task.source(), task.from())
        .map(found -> found.orElseThrow(Refused::inTheMeantime));
  }

  private static Darkroom.Developed covered(Buffer full, Task task) {
    return Darkroom.redact(full.getBytes(), task.parts());
  }

  private Future<Photo> keep(Task task, Darkroom.Developed covered) {
    var edition = task.edition();
    return files
        .write(task.photo(), edition, covered.as(Rendition.PUBLIC_FULL, Rendition.PUBLIC_THUMBNAIL))
        .compose(written -> photos.change(task.photo(), photo -> counts(photo, task)))
        .compose(
            outcome ->
                outcome.ours()
                    ? remove(task, 0, edition - 1).map(outcome.photo())
                    : remove(task, edition, edition)
                        .compose(cleared -> Future.failedFuture(Refused.inTheMeantime())),
            failure ->
                Refused.isNotFound(failure)
                    ? remove(task, edition, edition).compose(cleared -> Refused.notNow(failure))
                    : Future.failedFuture(failure));
  }

  private static Decision<Photo, Outcome> counts(Photo photo, Task task) {
    var uncovers =
        photo.redaction().published() && !task.parts().containsAll(photo.redaction().parts());
    if (uncovers || !photo.editions().takesRedacted(task.edition())) {
      return Decision.keep(new Outcome(photo, false));
    }
    var next = photo.redacted(task.edition(), task.parts());
    return Decision.replace(next, new Outcome(next, true));
  }

  private Future<Void> remove(Task task, int from, int to) {
    return files.remove(task.photo(), from, to, Rendition.REDACTED);
  }
}
