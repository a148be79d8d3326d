package org.localityvoice.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Arrays;
import java.util.List;
import org.bson.conversions.Bson;

/** Index declarations, kept beside the store whose queries need them. */
public final class Index {
  private Index() {}

  /** Serves equality, ranges and order on the fields, first to last. */
  public static IndexModel on(String... fields) {
    return new IndexModel(Indexes.ascending(fields));
  }

  /** Only one document may hold the values. */
  public static IndexModel unique(String... fields) {
    return new IndexModel(Indexes.ascending(fields), new IndexOptions().unique(true));
  }

  /** Leaves out the documents that lack the field. */
  public static IndexModel sparse(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().sparse(true));
  }

  /** Only one document may hold the value; leaves out the documents that lack the field. */
  public static IndexModel uniqueWhereThere(String field) {
    return new IndexModel(Indexes.ascending(field), new IndexOptions().unique(true).sparse(true));
  }

  /** Fields with a direction: a leading minus means descending. */
  public static IndexModel ordered(String... fields) {
    List<Bson> keys =
        Arrays.stream(fields)
            .map(
                field ->
                    field.startsWith("-")
                        ? Indexes.descending(field.substring(1))
                        : Indexes.ascending(field))
            .toList();
    return new IndexModel(Indexes.compoundIndex(keys));
  }
}
