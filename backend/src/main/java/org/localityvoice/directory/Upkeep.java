package org.localityvoice.directory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How well an organisation's services are kept. Pure.
 *
 * @param published those that everybody sees
 * @param toDo those of them that somebody should look at, the most urgent first
 */
record Upkeep(
    Organisation organisation,
    List<Provision> published,
    int drafts,
    List<Provision> toDo,
    LocalDate today) {
  static final Comparator<Upkeep> MOST_TO_DO_FIRST =
      Comparator.comparingInt((Upkeep one) -> one.toDo().size())
          .reversed()
          .thenComparing(one -> one.organisation().content().name())
          .thenComparing(one -> one.organisation().id());

  Upkeep {
    published = List.copyOf(published);
    toDo = List.copyOf(toDo);
  }

  static Upkeep of(Organisation organisation, List<Provision> services, LocalDate today) {
    var published = services.stream().filter(Provision::published).toList();
    var urgent =
        Comparator.comparing((Provision one) -> Doubt.shown(one.doubts()).isEmpty())
            .thenComparing(one -> freshness(one, today), Comparator.reverseOrder())
            .thenComparing(one -> Completeness.percent(one.content()))
            .thenComparing(one -> one.found().order());
    return new Upkeep(
        organisation,
        published,
        services.size() - published.size(),
        published.stream().filter(one -> needsLook(one, today)).sorted(urgent).toList(),
        today);
  }

  private static boolean needsLook(Provision one, LocalDate today) {
    return !Doubt.shown(one.doubts()).isEmpty()
        || freshness(one, today) != Freshness.ASSURED
        || Completeness.percent(one.content()) < 100;
  }

  static Freshness freshness(Provision one, LocalDate today) {
    return Freshness.of(one.assuredOn(), today);
  }

  /** How many published services are so fresh. */
  int count(Freshness wanted) {
    return (int) published.stream().filter(one -> freshness(one, today) == wanted).count();
  }

  /** How many published services residents say something is wrong with. */
  int doubted() {
    return (int) published.stream().filter(one -> !Doubt.shown(one.doubts()).isEmpty()).count();
  }

  /** How much of what people want to know is there, in percent; 100 where nothing is published. */
  int complete() {
    return (int)
        published.stream()
            .mapToInt(one -> Completeness.percent(one.content()))
            .average()
            .orElse(100);
  }

  /** What is not in a content. */
  static List<String> missing(Provision one) {
    return Arrays.stream(Completeness.values())
        .filter(part -> !part.in(one.content()))
        .map(Completeness::slug)
        .toList();
  }
}
