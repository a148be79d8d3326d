package org.localityvoice.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service, as it is written.
 *
 * @param organisation id of who gives it
 * @param localities ids of those it is for, one at least
 * @param summaries what it is in plain words, by language tag
 * @param needs ids of terms
 * @param languages tags of those it is given in
 * @param locations ids of where it is given
 * @param areas where people may live who come; empty for anywhere
 */
public record ServiceContent(
    String organisation,
    List<String> localities,
    String name,
    String description,
    Map<String, String> summaries,
    Status status,
    @Nullable String url,
    @Nullable String email,
    List<String> needs,
    @Nullable AgeSpan ages,
    @Nullable String eligibility,
    @Nullable String howToGet,
    List<Cost> costs,
    List<String> languages,
    List<Opening> openings,
    List<Contact> contacts,
    List<String> locations,
    List<Coverage> areas,
    List<String> funding) {
  public ServiceContent {
    localities = Lists.of(localities);
    summaries = Lists.of(summaries);
    needs = Lists.of(needs);
    costs = Lists.of(costs);
    languages = Lists.of(languages);
    openings = Lists.of(openings);
    contacts = Lists.of(contacts);
    locations = Lists.of(locations);
    areas = Lists.of(areas);
    funding = Lists.of(funding);
  }

  /** Whom it is for, by age. */
  public AgeSpan span() {
    return ages == null ? AgeSpan.ALL : ages;
  }
}
