package org.localityvoice.locality;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.locality.Areas.Current;
import org.localityvoice.problem.Problem;

/**
 * The localities, for everybody. Answers change only with an import, so each is made once for each
 * language and kept ready.
 */
public final class LocalityOperations {
  private static final int MOST_READY = 2_000;

  private final Areas areas;
  private final Cache<Key, Reply> ready = Caffeine.newBuilder().maximumSize(MOST_READY).build();

  /** Serves that area. */
  public LocalityOperations(Areas areas) {
    this.areas = areas;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    api.on("listLocalities", this::list).on("getLocality", this::get);
  }

  private Future<Reply> list(Call call) {
    var language = call.language();
    return areas
        .current()
        .map(Optional::orElseThrow)
        .map(
            current ->
                reply(
                    new Key(current.digest(), language, ""),
                    key -> LocalityAnswers.list(current.area(), language)));
  }

  private Future<Reply> get(Call call) {
    return areas.current().map(current -> details(current, call));
  }

  private Reply details(Optional<Current> current, Call call) {
    var area = current.map(Current::area).orElseThrow(Problem::notFound);
    var locality = area.locality(call.path("localityId")).orElseThrow(Problem::notFound);
    return reply(
        new Key(current.get().digest(), call.language(), locality.id()),
        key -> LocalityAnswers.details(area, locality, key.language()));
  }

  private Reply reply(Key key, Function<Key, Object> answer) {
    return ready.get(key, wanted -> made(wanted, answer.apply(wanted)));
  }

  private static Reply made(Key key, Object answer) {
    return Reply.ok(answer)
        .with("ETag", key.tag())
        .with("Cache-Control", "no-cache")
        .with("Content-Language", key.language())
        .with("Vary", "Accept-Language");
  }

  /** What an answer depends on. */
  private record Key(String digest, String language, String localityId) {
    /** The digest of the import stands for the content; long enough not to meet another. */
    String tag() {
      return '"' + digest.substring(0, 16) + "-" + language + '"';
    }
  }
}
