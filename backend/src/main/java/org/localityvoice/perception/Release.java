package org.localityvoice.perception;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Signatory;
import org.localityvoice.mongo.Versioned;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.survey.Cell;

/**
 * The figures of a closed wave on their way to the public: proposed by one person, published by
 * another. All releases together are the publication ledger.
 *
 * @param revision 1 for the first release of the wave
 * @param figures what was computed when it was proposed; never computed again
 * @param proposer uid of the proposer, to tell a second person from the first
 * @param proposedBy their role, which is what others are told
 * @param withdrawn measures whose figures were taken back after it was published
 * @param reason why there is a new revision, in the words of the proposer; null where none is given
 */
public record Release(
    @BsonId String id,
    long version,
    String wave,
    String locality,
    int revision,
    State state,
    Figures figures,
    String proposer,
    String proposedBy,
    Instant proposedAt,
    @Nullable String approver,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    List<Outgoing> outbox,
    @Nullable Instant outboxSince,
    @Nullable List<String> withdrawn,
    @Nullable String reason)
    implements Versioned {

  /** Whether it is out. */
  public enum State {
    PROPOSED,
    PUBLISHED
  }

  /**
   * What was computed, and from what.
   *
   * @param cellDigest SHA-256 over salt and counts, so that an auditor can tell whether they
   *     changed
   * @param modes share of the responses by mode, 0 to 1
   * @param basis what else they rest on; null in releases from before there were weights
   * @param digestSalt never told; null in releases from before there were salts
   * @param counts of each option, beside the reliable figures among them; null in releases from
   *     before they were kept
   */
  public record Figures(
      String method,
      String methodVersion,
      String cellDigest,
      Map<String, Double> modes,
      List<Observation> observations,
      @Nullable Basis basis,
      @Nullable String digestSalt,
      @Nullable List<OptionCounts> counts) {
    public Figures {
      modes = Map.copyOf(modes);
      observations = List.copyOf(observations);
      counts = counts == null ? null : beside(observations, counts);
    }

    /** Counts are told beside a reliable figure only, so none are kept beside any other. */
    private static List<OptionCounts> beside(
        List<Observation> observations, List<OptionCounts> counts) {
      var reliable = observations.stream().filter(Observation::reliable);
      var measures = reliable.map(Observation::measureId).toList();
      return counts.stream().filter(one -> measures.contains(one.measureId())).toList();
    }

    /** The same with other observations. */
    Figures with(List<Observation> others) {
      return new Figures(
          method, methodVersion, cellDigest, modes, others, basis, digestSalt, counts);
    }

    /** The same, with changes of these series only. */
    Figures comparedWithin(List<String> series) {
      return new Figures(
          method,
          methodVersion,
          cellDigest,
          modes,
          observations.stream()
              .map(seen -> series.contains(seen.seriesId()) ? seen : seen.withoutChange())
              .toList(),
          basis == null ? null : basis.comparedWithin(series),
          digestSalt,
          counts);
    }

    /** The merges that they rest on. */
    List<String> collapsed() {
      return basis == null ? List.of() : basis.collapsed();
    }

    /** Whether they were made of these very counts. */
    boolean areOf(List<Cell> cells) {
      return CellDigest.of(cells, salt()).equals(cellDigest);
    }

    /** The salt; empty where there is none. */
    String salt() {
      return digestSalt == null ? "" : digestSalt;
    }
  }

  public Release {
    outbox = List.copyOf(outbox);
    withdrawn = withdrawn == null ? List.of() : List.copyOf(withdrawn);
  }

  /** A new proposal. */
  static Release proposed(
      String id,
      String wave,
      String locality,
      int revision,
      Figures figures,
      Signatory by,
      Instant at,
      @Nullable String reason) {
    return new Release(
        id,
        1,
        wave,
        locality,
        revision,
        State.PROPOSED,
        figures,
        by.uid(),
        by.role(),
        at,
        null,
        null,
        null,
        List.of(),
        null,
        List.of(),
        reason);
  }

  /**
   * This, where it was proposed for that reason.
   *
   * @throws Problem where the same request gave another one
   */
  Release madeOf(Optional<String> wanted) {
    if (!Optional.ofNullable(reason).equals(wanted)) {
      throw Problem.conflict("key-used-before");
    }
    return this;
  }

  /** The same with other observations. */
  Release with(List<Observation> observations) {
    var told = figures.with(observations);
    var by = new Signatory(proposer, proposedBy);
    return proposed(id, wave, locality, revision, told, by, proposedAt, reason);
  }

  /** The same, out. */
  Release published(Signatory by, List<Outgoing> effects, Instant at) {
    return new Release(
        id,
        version + 1,
        wave,
        locality,
        revision,
        State.PUBLISHED,
        figures,
        proposer,
        proposedBy,
        proposedAt,
        by.uid(),
        by.role(),
        at,
        effects,
        at,
        withdrawn,
        reason);
  }

  /** The measures whose figures were taken back. */
  private List<String> takenBack() {
    return Objects.requireNonNullElse(withdrawn, List.of());
  }

  /** The series whose figure everybody knows and nobody has withdrawn; sorted. */
  List<String> told() {
    var told = new TreeSet<String>();
    figures.observations().forEach(seen -> told.add(seen.seriesId()));
    figures.observations().stream()
        .filter(seen -> !seen.told() || takenBack().contains(seen.measureId()))
        .forEach(seen -> told.remove(seen.seriesId()));
    return List.copyOf(told);
  }

  /** The same, with changes of these series only. */
  Release comparedWithin(List<String> series) {
    return next(version, figures.comparedWithin(series), takenBack());
  }

  /** The same after the figures of these measures were taken back, besides others. */
  Release withdrawing(Collection<String> measures) {
    var all = new TreeSet<>(takenBack());
    all.addAll(measures);
    return next(version + 1, figures, List.copyOf(all));
  }

  private Release next(long nextVersion, Figures told, List<String> nextWithdrawn) {
    return new Release(
        id,
        nextVersion,
        wave,
        locality,
        revision,
        state,
        told,
        proposer,
        proposedBy,
        proposedAt,
        approver,
        approvedBy,
        approvedAt,
        outbox,
        outboxSince,
        nextWithdrawn,
        reason);
  }
}
