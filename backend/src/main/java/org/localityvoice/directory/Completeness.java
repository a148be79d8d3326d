package org.localityvoice.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What somebody who is sent to a service needs to know. Pure. */
enum Completeness {
  /** What it is for. */
  NEEDS(false, content -> !content.needs().isEmpty()),
  /** How to reach somebody. */
  CONTACTS(
      true,
      content ->
          content.url() != null
              || content.email() != null
              || content.contacts().stream().anyMatch(Contact::leads)),
  /** Where it is, or where one must live. */
  PLACE(true, content -> !content.locations().isEmpty() || !content.areas().isEmpty()),
  /** What it is in plain words. */
  SUMMARY(false, content -> content.summaries().containsKey("en")),
  OPENINGS(false, content -> !content.openings().isEmpty()),
  COSTS(false, content -> !content.costs().isEmpty()),
  LANGUAGES(false, content -> !content.languages().isEmpty()),
  AGES(false, content -> content.ages() != null);

  private final boolean demanded;

  @SuppressWarnings("ImmutableEnumChecker") // They hold nothing.
  private final Predicate<ServiceContent> there;

  Completeness(boolean demanded, Predicate<ServiceContent> there) {
    this.demanded = demanded;
    this.there = there;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean in(ServiceContent content) {
    return there.test(content);
  }

  /** What stands in the way of publishing it. */
  static List<String> missing(ServiceContent content) {
    return Arrays.stream(values())
        .filter(part -> part.demanded && !part.in(content))
        .map(Completeness::slug)
        .toList();
  }

  /** How many parts are there, in whole percent. */
  static int percent(ServiceContent content) {
    var there = Arrays.stream(values()).filter(part -> part.in(content)).count();
    return (int) (100 * there / values().length);
  }
}
