package org.localityvoice.pmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one feature has to state of a locality and period: the payload of an effect of kind {@code
 * pmf.statement}. With those of others it makes up the statement of the period.
 *
 * @param id of the effect, and of the statement that it leads to: letters, digits, hyphen and
 *     underscore, so that it can be a {@code webhook-id} (no full stop: Standard Webhooks 1.0.0)
 *     and part of a file name
 * @param kind {@code perception}, {@code operational} or {@code council}
 * @param key what a later contribution replaces: a wave's figures, the operational ones of one
 *     source, or one measure of the council
 * @param revision the highest of a key counts
 * @param time when it was approved
 * @param data the figures, and where they are from
 */
record Contribution(
    String id,
    String kind,
    String key,
    String locality,
    String period,
    int revision,
    Instant time,
    ObjectNode data) {

  static final String PERCEPTION = "perception";
  static final String OPERATIONAL = "operational";
  static final String COUNCIL = "council";

  private static final Set<String> KINDS = Set.of(PERCEPTION, OPERATIONAL, COUNCIL);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

  /** Where operational figures are from that do not say so: for long there were no others. */
  private static final String REPORTS = "reports";

  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final Pattern QUARTER = Pattern.compile("[0-9]{4}-Q[1-4]");
  private static final int YEAR = 4;
  private static final int MONTHS = 3;

  /**
   * Reads the payload.
   *
   * @throws IllegalArgumentException with a plain reason that quotes nothing of it
   */
  static Contribution read(String json) {
    var tree = EventJson.read(json);
    var id = text(tree, "id");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("the statement's id has a character it must not have");
    }
    var kind = tree.path("kind").asText(PERCEPTION);
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("there is no such kind of statement");
    }
    if (!(tree.path("data") instanceof ObjectNode data) || data.path("observations").isEmpty()) {
      throw new IllegalArgumentException("the statement has no data");
    }
    var locality = text(tree, "locality");
    var occasion = text(tree, kind.equals(PERCEPTION) ? "wave" : "period");
    if (!text(tree, "subject").equals(locality + "/" + occasion)) {
      throw new IllegalArgumentException("the statement's subject is not what it is about");
    }
    return new Contribution(
        id,
        kind,
        key(kind, occasion, data),
        locality,
        period(kind, occasion, data),
        data.path("revision").asInt(1),
        time(tree),
        data);
  }

  private static String key(String kind, String occasion, ObjectNode data) {
    return switch (kind) {
      case PERCEPTION -> kind + "/" + occasion;
      case COUNCIL -> kind + "/" + text(data.path("observations").path(0), "measureId");
      default -> operational(kind, data);
    };
  }

  /**
   * Each source has its own, so that none takes the place of another's. Those about reports keep
   * the key under which they have always been stored.
   */
  private static String operational(String kind, ObjectNode data) {
    var source = data.has("source") ? text(data, "source") : REPORTS;
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException("the statement's source has a character it must not have");
    }
    return source.equals(REPORTS) ? kind : kind + "/" + source;
  }

  private static String period(String kind, String occasion, ObjectNode data) {
    var named = kind.equals(PERCEPTION) ? data.path("wave").path("period").asText() : occasion;
    if (named.isEmpty()) {
      // A statement may leave the wave's period out; its month is always there.
      var month = text(data, "reportingMonth");
      var number = Integer.parseInt(month.substring(YEAR + 1));
      named = month.substring(0, YEAR) + "-Q" + ((number - 1) / MONTHS + 1);
    }
    if (!QUARTER.matcher(named).matches()) {
      throw new IllegalArgumentException("the statement's period is no quarter");
    }
    return named;
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
