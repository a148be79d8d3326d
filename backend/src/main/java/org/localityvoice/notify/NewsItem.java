package org.localityvoice.notify;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.notice.News;

/**
 * News on its way to followers, and how far it has come.
 *
 * @param id of the effect that brought it
 * @param keys whose followers it goes to, one key after the other
 * @param turn position of the key whose followers are being told
 * @param after uid of the last of them that has been told; empty at a key's beginning
 */
public record NewsItem(
    @BsonId String id, News news, List<String> keys, int turn, String after, Instant since) {

  public NewsItem {
    keys = List.copyOf(keys);
  }

  static NewsItem fresh(String effect, News news, Instant now) {
    return new NewsItem(effect, news, Interest.keysOf(news), 0, "", now);
  }

  /** Whether everybody has been told. */
  boolean done() {
    return turn >= keys.size();
  }

  String key() {
    return keys.get(turn);
  }

  /** After a page of followers; the next key's turn comes after one that was not full. */
  NewsItem past(List<Follower> page, boolean full) {
    return full
        ? new NewsItem(id, news, keys, turn, page.get(page.size() - 1).id(), since)
        : new NewsItem(id, news, keys, turn + 1, "", since);
  }

  /** Without whom it went to. */
  @Override
  public String toString() {
    return "NewsItem " + id;
  }
}
