package org.localityvoice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Priority;
import org.localityvoice.report.Publication.Moderated;
import org.localityvoice.report.Submission.Source;

/** Made-up reports, for tests that need many or odd ones; people's own go over HTTP. */
public final class SomeReports {
  public static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
  public static final List<String> CATEGORIES = List.of("fly-tipping", "street-light", "pothole");
  public static final List<String> OWNERS = List.of("middlesbrough-council", "thirteen");

  private final Random random;
  private final double width;

  /**
   * Reports in a square around the middle of Newport.
   *
   * @param width of the square, in degrees
   */
  public SomeReports(long seed, double width) {
    this.random = new Random(seed);
    this.width = width;
  }

  /** So many of them. */
  public List<Report> many(int count) {
    var all = new ArrayList<Report>();
    for (var i = 0; i < count; i++) {
      all.add(one());
    }
    return all;
  }

  /** A listed report somewhere, in any state, changed at some second of an hour. */
  public Report one() {
    var latitude = 54.5740 + (random.nextDouble() - 0.5) * width;
    var longitude = -1.2440 + (random.nextDouble() - 0.5) * width * 2;
    var state = anyState(random);
    return at(latitude, longitude, any(CATEGORIES), any(OWNERS), state, random.nextInt(4) == 0);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Any state. */
  static ReportState anyState(Random random) {
    var states = List.of(ReportState.values());
    return states.get(random.nextInt(states.size()));
  }

  /** A listed report at a place. */
  public Report at(
      double latitude,
      double longitude,
      String category,
      String owner,
      ReportState state,
      boolean overdue) {
    var submitted = START.plusSeconds(random.nextInt(3_600));
    var changed = submitted.plusSeconds(random.nextInt(600));
    var expected = random.nextInt(5) == 0 ? null : submitted.plus(Duration.ofDays(5));
    var standing =
        new Standing(
            state,
            changed,
            owner,
            any(List.of(Priority.values())),
            submitted,
            submitted.plus(Duration.ofDays(1)),
            expected,
            null,
            null,
            changed,
            null,
            null,
            null,
            random.nextInt(3),
            Map.of(),
            overdue ? 1 : 0,
            0,
            0,
            null);
    var by = new Actor(Actor.Kind.AFFECTED, null, null);
    return new Report(
        new UUID(random.nextLong(), random.nextLong()).toString(),
        1,
        "digest",
        "newport",
        category,
        false,
        new Submission(
            new Place(latitude, longitude, 10.0, null),
            "Sofa dumped behind the garages",
            Map.of(),
            "en",
            Source.APP,
            null,
            false,
            null,
            null,
            null,
            null),
        List.of(new Affected("a", true, null, null, submitted)),
        List.of(),
        List.of(
            new PublicEvent.Submitted(
                1, submitted, by, category, owner, standing.priority(), standing.answerBy())),
        standing,
        new Publication(
            true, Moderated.PUBLISHED, "Sofa dumped behind the garages", latitude, longitude),
        Boxes.of(latitude, longitude),
        null,
        null,
        null,
        submitted,
        List.of(),
        List.of(),
        null);
  }

  /** The same with other facets and the next version, as a writer would leave it. */
  public static Report changed(
      Report seen, Standing standing, boolean listed, boolean confidential) {
    var shown = seen.publication();
    return new Report(
        seen.id(),
        seen.version() + 1,
        seen.digest(),
        seen.locality(),
        seen.category(),
        confidential,
        seen.submission(),
        seen.affected(),
        seen.photos(),
        seen.log(),
        standing,
        new Publication(
            listed, shown.text(), shown.publicText(), shown.latitude(), shown.longitude()),
        listed && shown.latitude() != null && shown.longitude() != null
            ? Boxes.of(shown.latitude(), shown.longitude())
            : List.of(),
        seen.chaseAt(),
        seen.wakeAt(),
        seen.counted(),
        seen.uncountedSince() == null ? START.plusSeconds(9_999) : seen.uncountedSince(),
        seen.applied(),
        seen.outbox(),
        seen.outboxSince());
  }

  /** The same as if something else had been sent. */
  static Report submitted(Report seen, Submission submission) {
    return new Report(
        seen.id(),
        seen.version(),
        seen.digest(),
        seen.locality(),
        seen.category(),
        seen.confidential(),
        submission,
        seen.affected(),
        seen.photos(),
        seen.log(),
        seen.standing(),
        seen.publication(),
        seen.boxes(),
        seen.chaseAt(),
        seen.wakeAt(),
        seen.counted(),
        seen.uncountedSince(),
        seen.applied(),
        seen.outbox(),
        seen.outboxSince());
  }

  /** The same as if it did not wait to be counted. */
  static Report settled(Report seen) {
    return new Report(
        seen.id(),
        seen.version(),
        seen.digest(),
        seen.locality(),
        seen.category(),
        seen.confidential(),
        seen.submission(),
        seen.affected(),
        seen.photos(),
        seen.log(),
        seen.standing(),
        seen.publication(),
        seen.boxes(),
        seen.chaseAt(),
        seen.wakeAt(),
        seen.counted(),
        null,
        seen.applied(),
        seen.outbox(),
        seen.outboxSince());
  }

  /** A standing in another state, changed at another time. */
  public static Standing in(Standing seen, ReportState state, Instant changedAt) {
    return new Standing(
        state,
        changedAt,
        seen.owner(),
        seen.priority(),
        seen.submittedAt(),
        seen.answerBy(),
        seen.expectedBy(),
        seen.firstAnswerAt(),
        seen.confirmedAt(),
        changedAt,
        seen.beforeMerge(),
        seen.into(),
        seen.disputed(),
        seen.joined(),
        seen.absorbed(),
        seen.chased(),
        seen.questions(),
        seen.answers(),
        seen.unreported());
  }
}
