package org.localityvoice.media;

import io.vertx.core.Future;
import java.time.Duration;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Why a file is not taken as a photo. */
final class Refused {
  static final long MOST_PIXELS = 50_000_000;
  static final int LONGEST_SIDE = 20_000;

  private Refused() {}

  /** Damaged, cut short, or built to do harm. */
  static Problem unreadable() {
    return Problem.of(ProblemType.INVALID_REQUEST, "photo-unreadable");
  }

  /** Something other than a photo in one of the formats that are read. */
  static Problem otherFormat() {
    return Problem.of(ProblemType.INVALID_REQUEST, "photo-format");
  }

  /** HEIC or AVIF, as phones make them. */
  static Problem heic() {
    return Problem.of(ProblemType.INVALID_REQUEST, "photo-heic");
  }

  /** Judged by the header, before any memory is taken for the pixels. */
  static void unlessSizeIsGood(int width, int height, long mostPixels) {
    if (width < 1 || height < 1) {
      throw unreadable();
    }
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > mostPixels) {
      throw Problem.of(
          ProblemType.INVALID_REQUEST, "photo-too-many-pixels", mostPixels / 1_000_000);
    }
  }

  static boolean isNotFound(Throwable failure) {
    return failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND;
  }

  /** Something else happened to the photo at the same moment; the same again may succeed. */
  static Problem inTheMeantime() {
    return Problem.of(ProblemType.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
  }

  /** For a photo that was taken away while it was worked on. */
  static <T> Future<T> notNow(Throwable failure) {
    return Future.failedFuture(isNotFound(failure) ? inTheMeantime() : failure);
  }
}
