package org.localityvoice.pmf;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a feature hands over to be stated: the payload of an effect of kind {@code pmf.statement}.
 *
 * @param id of the statement; letters, digits, hyphen and underscore, so that it can be a {@code
 *     webhook-id} (no full stop: Standard Webhooks 1.0.0) and part of a file name
 * @param kind what it is about; {@code perception} where the payload does not say
 * @param subject {@code <locality>/<wave>}, or {@code <locality>/<period>}
 * @param locality id of the locality
 * @param time when it was approved
 * @param data the figures, for the event's {@code data}
 */
record StatementPayload(
    String id, StatementKind kind, String subject, String locality, Instant time, JsonNode data) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  /**
   * Reads the payload.
   *
   * @throws IllegalArgumentException with a plain reason that quotes nothing of it
   */
  static StatementPayload read(String json) {
    var tree = EventJson.read(json);
    var id = text(tree, "id");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("the statement's id has a character it must not have");
    }
    var kind =
        StatementKind.of(tree.path("kind").asText(StatementKind.PERCEPTION.slug()))
            .orElseThrow(() -> new IllegalArgumentException("there is no such kind of statement"));
    var locality = text(tree, "locality");
    var subject = text(tree, "subject");
    if (!subject.equals(locality + "/" + text(tree, kind.occasion()))) {
      throw new IllegalArgumentException(
          "the statement's subject is not its locality and " + kind.occasion());
    }
    if (!tree.path("data").isObject()) {
      throw new IllegalArgumentException("the statement has no data");
    }
    return new StatementPayload(id, kind, subject, locality, time(tree), tree.path("data"));
  }

  /** The CloudEvent (CloudEvents 1.0.2, structured JSON) that states it. */
  String event(URI publicUrl, long sequence) {
    var event =
        EventJson.object()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", publicUrl + "/v1/localities/" + locality)
            .put("type", kind.eventType())
            .put("subject", subject)
            .put("time", time.toString())
            .put("datacontenttype", "application/json")
            .put("dataschema", publicUrl + "/schemas/" + kind.schema())
            .put("sequence", sequence(sequence));
    return EventJson.write(event.set("data", data));
  }

  /** A sequence as ordered text: ten digits (CloudEvents sequence extension). */
  static String sequence(long number) {
    return String.format(Locale.ROOT, "%010d", number);
  }

  private static String text(JsonNode tree, String field) {
    var value = tree.path(field);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw new IllegalArgumentException("the statement has no " + field);
    }
    return value.asText();
  }

  private static Instant time(JsonNode tree) {
    try {
      return Instant.parse(text(tree, "time"));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the statement's time is not RFC 3339 in UTC", e);
    }
  }
}
