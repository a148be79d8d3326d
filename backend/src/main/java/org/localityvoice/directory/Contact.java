package org.localityvoice.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom to get in touch with: a person or a desk, as the organisation has agreed to publish. */
public record Contact(
    @Nullable String name, @Nullable String title, @Nullable String email, List<Phone> phones) {
  public Contact {
    phones = Lists.of(phones);
  }

  /** Whether it leads to somebody. */
  public boolean leads() {
    return email != null || !phones.isEmpty();
  }
}
