package org.localityvoice.directory;

import java.util.List;
import java.util.Optional;

/** A list of needs, as it is written. */
public record TaxonomyContent(String name, String description, List<Term> terms) {
  public TaxonomyContent {
    terms = Lists.of(terms);
  }

  /** The need of that id. */
  public Optional<Term> term(String id) {
    return terms.stream().filter(term -> term.id().equals(id)).findFirst();
  }
}
