package org.localityvoice.pmf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.pmf.catalogue.Quarter;

/**
 * Everything that is stated of a locality and period: what each feature has contributed, put
 * together. Each change is one revision, and leaves as one statement with all of it, so that what
 * is withheld is withheld in one piece. Its methods are pure; each answers the next version.
 *
 * @param id {@code <locality>/<period>}, which is the statements' subject
 * @param revision of the latest statement; 0 before the first
 * @param parts by key
 * @param applied ids of the effects that are in it, so that one that comes again does nothing
 * @param statement id of the latest statement
 */
public record PeriodFigures(
    @BsonId String id,
    long version,
    String locality,
    String period,
    int revision,
    List<Part> parts,
    List<String> applied,
    @Nullable String statement,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince)
    implements Versioned {

  /** The kind of effect that carries a statement on. */
  static final String EVENT = "pmf.event";

  /** The kind of effect that has the latest figures looked through. */
  static final String REVIEW = "pmf.review";

  /**
   * The figures of one feature.
   *
   * @param data as contributed, with what has been withdrawn since taken out; JSON
   */
  public record Part(String key, String kind, int revision, Instant time, String data) {}

  public PeriodFigures {
    parts = List.copyOf(parts);
    applied = List.copyOf(applied);
    outbox = List.copyOf(outbox);
  }

  static String id(String locality, String period) {
    return locality + "/" + period;
  }

  static PeriodFigures none(String locality, String period) {
    return new PeriodFigures(
        id(locality, period), 0, locality, period, 0, List.of(), List.of(), null, List.of(), null);
  }

  /**
   * Those that follow each other without a gap.
   *
   * @param latest of one locality, newest first
   * @return the newest, the quarter before it, and so on until one is missing
   */
  static List<PeriodFigures> inARow(List<PeriodFigures> latest) {
    var row = new ArrayList<PeriodFigures>();
    for (var one : latest) {
      if (!row.isEmpty()
          && !new Quarter(row.get(row.size() - 1).period()).before().name().equals(one.period())) {
        break;
      }
      row.add(one);
    }
    return List.copyOf(row);
  }

  boolean has(String effect) {
    return applied.contains(effect);
  }

  /** With a contribution; one that a later revision has overtaken changes no figure. */
  PeriodFigures with(Contribution fresh, Instant now) {
    var known = part(fresh.key());
    if (known.isPresent() && known.get().revision() > fresh.revision()) {
      return noted(fresh.id());
    }
    var data = EventJson.write(fresh.data());
    var part = new Part(fresh.key(), fresh.kind(), fresh.revision(), fresh.time(), data);
    var reason = fresh.data().path("reason").asText(fresh.kind() + " figures published");
    return next(fresh.id(), replaced(part), reason, fresh.time(), now, List.of());
  }

  /** With an effect that came and had nothing to change, so that it never will. */
  private PeriodFigures noted(String effect) {
    return new PeriodFigures(
        id,
        version + 1,
        locality,
        period,
        revision,
        parts,
        plus(applied, effect),
        statement,
        outbox,
        outboxSince);
  }

  /**
   * Without the figures of these measures, or of any where none is named. Where all of them were
   * taken back before, that is no revision.
   */
  PeriodFigures without(
      String effect, Set<String> measures, String reason, Instant at, Instant now) {
    if (!Withdrawable.anyLeft(Composition.observations(this), measures)) {
      return noted(effect);
    }
    var left =
        parts.stream()
            .map(
                part ->
                    new Part(
                        part.key(),
                        part.kind(),
                        part.revision(),
                        part.time(),
                        Composition.withdrawn(part.data(), measures)))
            .toList();
    return next(effect, left, reason, at, now, WithdrawnWaves.of(effect, parts, measures));
  }

  private PeriodFigures next(
      String effect, List<Part> all, String reason, Instant at, Instant now, List<Outgoing> told) {
    var payload = Composition.payload(effect, this, all, reason, at);
    return new PeriodFigures(
        id,
        version + 1,
        locality,
        period,
        revision + 1,
        all,
        plus(applied, effect),
        effect,
        Stream.of(
                outbox,
                List.of(
                    new Outgoing(effect, EVENT, payload),
                    new Outgoing(effect + "-review", REVIEW, id)),
                told)
            .flatMap(List::stream)
            .toList(),
        outboxSince == null ? now : outboxSince);
  }

  private Optional<Part> part(String key) {
    return parts.stream().filter(part -> part.key().equals(key)).findFirst();
  }

  private List<Part> replaced(Part fresh) {
    var all = new ArrayList<>(parts);
    all.removeIf(part -> part.key().equals(fresh.key()));
    all.add(fresh);
    all.sort(Comparator.comparing(Part::key));
    return all;
  }

  private static List<String> plus(List<String> some, String one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }
}
