package org.localityvoice.report.open311;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.Reporting;

/**
 * The categories of an area as services. The list is always whole: a client takes a service that is
 * missing for one that has gone. Confidential categories are none.
 *
 * @param language of names and descriptions
 */
record Services(Reporting reporting, String language) {
  /** Keywords that FixMyStreet does not search by but obeys. */
  private static final Set<String> COMMANDS = Set.of("private", "staff", "inactive", "waste_only");

  private static final String REALTIME = "realtime";

  List<Rows.Service> list() {
    return open().map(this::row).toList();
  }

  /** A category that is a service. */
  Optional<Category> find(String code) {
    return open().filter(category -> category.id().equals(code)).findFirst();
  }

  private Stream<Category> open() {
    return reporting.categories().stream().filter(category -> !category.confidential());
  }

  private Rows.Service row(Category category) {
    return new Rows.Service(
        category.id(),
        name(category),
        category.description().in(language),
        true,
        REALTIME,
        keywords(category),
        category.group().name().in(language));
  }

  /** Clients skip two services of one name, so then each is named with its code. */
  String name(Category category) {
    var name = category.name().in(language);
    var alone = open().filter(other -> other.name().in(language).equals(name)).count() <= 1;
    return alone ? name : name + " (" + category.id() + ")";
  }

  private static String keywords(Category category) {
    return category.keywords().stream()
        .filter(word -> !COMMANDS.contains(word.strip().toLowerCase(Locale.ROOT)))
        // The list is written with commas.
        .map(word -> word.replace(',', ' '))
        .collect(Collectors.joining(","));
  }
}
