package org.localityvoice.locality;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.util.List;
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
    return areas.current().map(current -> list(current, call));
  }

  private Reply list(Optional<Current> current, Call call) {
    if (current.isEmpty()) {
      return Reply.ok(new LocalityAnswers.LocalityList(List.of()));
    }
    var found = current.get();
    return reply(
        new Key(found.digest(), call.language(found.languages()), ""),
        key -> LocalityAnswers.list(found.area().localities(), key.language()));
  }

  private Future<Reply> get(Call call) {
    return areas.current().map(current -> details(current, call));
  }

  private Reply details(Optional<Current> current, Call call) {
    var found = current.orElseThrow(Problem::notFound);
    var area = found.area();
    var locality = area.locality(call.path("localityId")).orElseThrow(Problem::notFound);
    return reply(
        new Key(found.digest(), call.language(found.languages()), locality.id()),
        key -> LocalityAnswers.details(area, locality, key.language()));
  }

  private Reply reply(Key key, Function<Key, Object> answer) {
    return ready.get(key, wanted -> made(wanted, answer.apply(wanted)));
  }

  private static Reply made(Key key, Object answer) {
    return Reply.tagged(answer)
        .with("Content-Language", key.language())
        .with("Vary", "Accept-Language");
  }

  /** What an answer depends on. */
  private record Key(String digest, String language, String localityId) {}
}
