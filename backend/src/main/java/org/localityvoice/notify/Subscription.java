package org.localityvoice.notify;

import java.time.Instant;
import org.localityvoice.notice.News;

/**
 * One thing that a person follows.
 *
 * @param id made by the client, and the person's own: others may have the same
 * @param since news from before is not told
 */
public record Subscription(String id, Interest interest, Instant since) {
  /** Whether this news is for it. */
  boolean covers(News news) {
    return !news.about().at().isBefore(since) && interest.covers(news);
  }
}
