package org.localityvoice.pmf;

import com.fasterxml.jackson.databind.JsonNode;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What counts of a locality and period now: the latest of its statements. Whoever pulls figures
 * reads these, so that pull and push never differ.
 *
 * @param id {@code <locality>/<period>}
 * @param sequence of the statement
 * @param statement its id
 * @param event the CloudEvent
 */
public record Published(
    @BsonId String id,
    long sequence,
    String locality,
    String period,
    String statement,
    String event) {

  static Published of(Statement one) {
    var slash = one.subject().indexOf('/');
    return new Published(
        one.subject(),
        one.sequence(),
        one.subject().substring(0, slash),
        one.subject().substring(slash + 1),
        one.id(),
        one.event());
  }

  /** The event as a tree, its figures as they are written in it. */
  public JsonNode tree() {
    return EventJson.read(event);
  }
}
