package org.localityvoice.directory;

import org.jspecify.annotations.Nullable;

/** A postal address in the United Kingdom. Open Referral wants the county as well. */
public record Address(
    String street, @Nullable String more, String town, String county, String postcode) {
  public Address {
    postcode = Postcode.spaced(postcode);
  }
}
