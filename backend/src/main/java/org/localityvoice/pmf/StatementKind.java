package org.localityvoice.pmf;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a statement is about: each kind has its own event type and its own schema. Only {@link
 * #PERIOD} is stated any more; the others are those of statements that were made before, which can
 * still be replayed.
 */
enum StatementKind {
  /** Everything about a locality and period. */
  PERIOD("org.localityvoice.pmf.figures.published.v2", "pmf-statement-2.json", "period"),
  /** What people say in a survey wave. */
  PERCEPTION("org.localityvoice.pmf.perception.published.v1", "pmf-statement-1.json", "wave"),
  /** What became of reported problems in a period. */
  OPERATIONAL("org.localityvoice.pmf.operational.published.v1", "pmf-operational-1.json", "period");

  private final String eventType;
  private final String schema;
  private final String occasion;

  StatementKind(String eventType, String schema, String occasion) {
    this.eventType = eventType;
    this.schema = schema;
    this.occasion = occasion;
  }

  /** The CloudEvents type. */
  String eventType() {
    return eventType;
  }

  /** File name of the JSON Schema. */
  String schema() {
    return schema;
  }

  /** The field of the payload whose value ends the subject. */
  String occasion() {
    return occasion;
  }

  /** The name in a payload. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name; empty for a name that is none. */
  static Optional<StatementKind> of(String slug) {
    return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
  }
}
