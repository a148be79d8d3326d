package org.localityvoice.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation, as it is written.
 *
 * @param keeper id of the partner whose officers keep it and its services up to date
 * @param localities ids, one at least
 */
public record OrganisationContent(
    String name,
    String description,
    @Nullable String website,
    @Nullable String email,
    String keeper,
    List<String> localities) {
  public OrganisationContent {
    localities = Lists.of(localities);
  }
}
