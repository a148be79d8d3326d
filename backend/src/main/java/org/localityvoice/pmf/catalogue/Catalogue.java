package org.localityvoice.pmf.catalogue;

import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The measures of the performance framework, as the area file last brought them.
 *
 * @param id always the same
 * @param measures in the order of the file
 */
public record Catalogue(@BsonId String id, List<CatalogueMeasure> measures) {
  static final String ONLY = "catalogue";

  public Catalogue {
    measures = List.copyOf(measures);
  }

  static Catalogue of(List<CatalogueMeasure> measures) {
    return new Catalogue(ONLY, measures);
  }

  /** The measure of that id. */
  public Optional<CatalogueMeasure> measure(String measureId) {
    return measures.stream().filter(one -> one.id().equals(measureId)).findFirst();
  }
}
