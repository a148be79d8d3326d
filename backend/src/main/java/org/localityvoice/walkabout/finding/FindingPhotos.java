package org.localityvoice.walkabout.finding;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.localityvoice.http.Json;
import org.localityvoice.identity.Caller;
import org.localityvoice.media.Photos;
import org.localityvoice.media.Rendition;
import org.localityvoice.mongo.Decision;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.walkabout.WalkaboutAccess;
import org.localityvoice.walkabout.Walkabouts;

/**
 * Photos of findings, by the SHA-256 of their bytes; they come before their finding or after it.
 */
final class FindingPhotos {
  private static final int MOST_FINDINGS = 1_000;

  private final Vertx vertx;
  private final FindingStore store;
  private final Walkabouts walkabouts;
  private final Photos photos;
  private final InstantSource clock;

  FindingPhotos(
      Vertx vertx, FindingStore store, Walkabouts walkabouts, Photos photos, InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.walkabouts = walkabouts;
    this.photos = photos;
    this.clock = clock;
  }

  /** The photos that a finding names, and those of what was seen when somebody looked again. */
  static List<String> named(Finding finding, java.time.Instant now) {
    return Stream.concat(
            noted(finding, now).stream(),
            // What was taken back names none.
            finding.shown()
                ? finding.moves().stream()
                    .flatMap(move -> Optional.ofNullable(move.photo()).stream())
                : Stream.<String>empty())
        .distinct()
        .toList();
  }

  private static List<String> noted(Finding finding, java.time.Instant now) {
    return Optional.ofNullable(finding.notes().fields(now).values().get("photos"))
        .flatMap(Json::parsed)
        .map(all -> StreamSupport.stream(all.spliterator(), false).map(JsonNode::asText).toList())
        .orElse(List.of());
  }

  /**
   * Takes a photo for the findings of a walkabout that name it; again changes nothing.
   *
   * @param name the SHA-256 of the bytes, in hexadecimal digits
   * @return how many findings have it now
   */
  Future<Integer> put(String walkabout, String name, Buffer bytes, Caller caller) {
    return walkabouts
        .find(walkabout)
        .map(
            found -> {
              var one = found.orElseThrow(Problem::notFound);
              WalkaboutAccess.mustWalk(caller, one.localityId());
              return one;
            })
        .compose(there -> vertx.executeBlocking(() -> digest(bytes), false))
        .compose(
            digest -> {
              if (!digest.equals(name)) {
                throw Problem.invalid(
                    List.of(new Violation(Violation.In.PATH, "sha256", "photo-hash", List.of())));
              }
              return store.ofWalkabout(walkabout, MOST_FINDINGS);
            })
        .compose(
            findings -> {
              var now = clock.instant();
              var wanting =
                  findings.stream().filter(one -> named(one, now).contains(name)).toList();
              return wanting.isEmpty()
                  // It came before its finding, which claims it.
                  ? photos.put(bytes, Optional.of(caller.uid())).map(0)
                  : each(wanting, name, bytes, caller.uid());
            });
  }

  /** One after the other: a claim uses up what was sent. */
  private Future<Integer> each(List<Finding> wanting, String name, Buffer bytes, String uploader) {
    var done = Future.succeededFuture(0);
    for (var one : wanting) {
      done =
          done.compose(
              count ->
                  one.here().contains(name)
                      ? Future.succeededFuture(count + 1)
                      : photos
                          .put(bytes, Optional.of(uploader))
                          .compose(there -> claim(one.id(), name, uploader))
                          .map(count + 1));
    }
    return done;
  }

  private Future<Finding> claim(String finding, String name, String uploader) {
    return photos
        .claim(name, owner(finding), Optional.of(uploader))
        .compose(
            claimed ->
                store.change(
                    finding,
                    found -> {
                      if (found.here().contains(name)) {
                        return Decision.keep(found);
                      }
                      var next = found.withPhoto(name);
                      return Decision.replace(next, next);
                    }));
  }

  /** Claims what was sent before the finding that names it, for who made it. */
  Future<Void> claim(Finding finding) {
    var maker = finding.notes().maker();
    if (maker == null) {
      return Future.succeededFuture();
    }
    var done = Future.<Void>succeededFuture();
    for (var name : noted(finding, clock.instant())) {
      if (!finding.here().contains(name)) {
        done = done.compose(before -> claimIfSent(finding, name, maker)).mapEmpty();
      }
    }
    return done;
  }

  /**
   * Claims the photo that somebody names who has looked again, if they have sent it before.
   *
   * @return the finding, with the photo if it is there
   */
  Future<Finding> claimAfter(Finding finding, Optional<String> photo, Caller caller) {
    return photo
        .filter(name -> !finding.here().contains(name))
        .map(name -> claimIfSent(finding, name, caller.uid()))
        .orElseGet(() -> Future.succeededFuture(finding));
  }

  private Future<Finding> claimIfSent(Finding finding, String name, String uploader) {
    return claim(finding.id(), name, uploader)
        .recover(
            failure ->
                // Not sent yet: it comes by itself.
                failure instanceof Problem
                    ? Future.succeededFuture(finding)
                    : Future.failedFuture(failure));
  }

  /** Pictures of what is over go, in the end; cut off anywhere, the next run goes on. */
  Future<Void> purge(int page) {
    return store
        .withPicturesDue(clock.instant(), page)
        .compose(
            due -> {
              var done = Future.<Void>succeededFuture();
              for (var one : due) {
                done = done.compose(before -> purge(one));
              }
              return done;
            });
  }

  private Future<Void> purge(Finding finding) {
    var done = Future.<Void>succeededFuture();
    for (var name : finding.here()) {
      // Nothing of it was ever public, so there is nothing to keep.
      done = done.compose(before -> photos.release(name, owner(finding.id())));
    }
    return done.compose(
            gone ->
                store.<Boolean>change(
                    finding.id(),
                    found ->
                        found.photosUntil() == null
                            ? Decision.keep(false)
                            : Decision.replace(found.withoutPictures(), true)))
        .mapEmpty();
  }

  private static String owner(String finding) {
    return "finding/" + finding;
  }

  /** The picture, for those who work on the finding. */
  Future<Buffer> picture(Finding finding, String name) {
    if (!finding.here().contains(name)) {
      throw Problem.notFound();
    }
    return photos
        .rendition(name, Rendition.FULL)
        .map(found -> found.orElseThrow(Problem::notFound));
  }

  private static String digest(Buffer bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes()));
  }
}
