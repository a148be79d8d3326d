package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.localityvoice.http.Call;

/**
 * Services as they are told: to everybody in one language; to those who keep them as they were
 * written as well.
 */
record DirectoryViews(
    Map<String, Organisation> organisations, Map<String, Location> locations, Needs needs) {

  /** Something with an id and a name. */
  record Named(String id, String name) {}

  /** A text and the language it is in. */
  record Summary(String language, String text) {}

  /** Where a service is given. */
  record Place(
      String id,
      String name,
      Optional<Address> address,
      Optional<Point> point,
      List<String> accessibility) {}

  /** A service. */
  record ServiceView(
      String id,
      String name,
      String description,
      Optional<Summary> summary,
      Named organisation,
      List<String> localities,
      Status status,
      String freshness,
      Optional<LocalDate> assuredOn,
      List<Named> needs,
      Optional<AgeSpan> ages,
      Optional<String> eligibility,
      Optional<String> howToGet,
      Optional<String> url,
      Optional<String> email,
      List<Cost> costs,
      List<String> languages,
      List<Opening> openings,
      List<Contact> contacts,
      List<Place> places,
      List<Coverage> areas,
      Optional<Integer> distanceMetres,
      Optional<String> state,
      Optional<ServiceContent> content,
      Optional<Long> edition) {}

  /** An entry as staff keep it. */
  record EntryView(
      String id, long edition, Instant changedAt, Object content, Optional<Point> place) {}

  /** A line of history. */
  record EditView(
      long edition,
      Instant at,
      String action,
      String role,
      Optional<String> organisation,
      List<String> fields) {}

  static EntryView entry(Entry<?> entry, Optional<Point> place) {
    return new EntryView(entry.id(), entry.edition(), entry.changedAt(), entry.content(), place);
  }

  static EditView edit(Edit edit) {
    return new EditView(
        edit.edition(),
        edit.at(),
        edit.action().slug(),
        edit.role(),
        Optional.ofNullable(edit.organisation()),
        edit.fields());
  }

  /** Reads what these services refer to. */
  static Future<DirectoryViews> of(
      List<Provision> services,
      EntryStore<Organisation> organisations,
      EntryStore<Location> locations,
      Taxonomies taxonomies) {
    var who = services.stream().map(one -> one.content().organisation()).distinct().toList();
    var where =
        services.stream().flatMap(one -> one.content().locations().stream()).distinct().toList();
    return Future.all(organisations.all(who), locations.all(where), taxonomies.get())
        .map(
            all ->
                new DirectoryViews(
                    byId(all.<List<Organisation>>resultAt(0)),
                    byId(all.<List<Location>>resultAt(1)),
                    all.resultAt(2)));
  }

  private static <T extends Entry<?>> Map<String, T> byId(List<T> all) {
    return all.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
  }

  /**
   * A service as it is told.
   *
   * @param distanceMetres how far it is, where that was asked
   * @param kept whether to those who keep it
   */
  ServiceView service(
      Provision service,
      Call call,
      String language,
      LocalDate today,
      Optional<Integer> distanceMetres,
      boolean kept) {
    var content = service.content();
    return new ServiceView(
        service.id(),
        content.name(),
        content.description(),
        summary(content.summaries(), call),
        new Named(
            content.organisation(),
            Optional.ofNullable(organisations.get(content.organisation()))
                .map(one -> one.content().name())
                .orElse("")),
        content.localities(),
        content.status(),
        Freshness.of(service.assuredOn(), today).slug(),
        Optional.ofNullable(service.assuredOn()),
        content.needs().stream()
            .flatMap(id -> needs.term(id).stream())
            .map(term -> new Named(term.id(), name(term, language)))
            .toList(),
        Optional.ofNullable(content.ages()),
        Optional.ofNullable(content.eligibility()),
        Optional.ofNullable(content.howToGet()),
        Optional.ofNullable(content.url()),
        Optional.ofNullable(content.email()),
        content.costs(),
        content.languages(),
        content.openings(),
        content.contacts(),
        content.locations().stream()
            .flatMap(id -> Optional.ofNullable(locations.get(id)).stream())
            .map(DirectoryViews::place)
            .toList(),
        content.areas(),
        distanceMetres,
        kept ? Optional.of(service.state().slug()) : Optional.empty(),
        kept ? Optional.of(content) : Optional.empty(),
        kept ? Optional.of(service.edition()) : Optional.empty());
  }

  static String name(Term term, String language) {
    return term.name().getOrDefault(language, term.name().getOrDefault("en", ""));
  }

  /** In the best of its own languages: there may be more of them than the system has. */
  private static Optional<Summary> summary(Map<String, String> texts, Call call) {
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    var best = call.language(texts.keySet());
    return Optional.of(new Summary(best, texts.getOrDefault(best, "")));
  }

  private static Place place(Location location) {
    var content = location.content();
    return new Place(
        location.id(),
        content.name(),
        Optional.ofNullable(content.address()),
        Optional.ofNullable(location.place()),
        content.accessibility());
  }
}
