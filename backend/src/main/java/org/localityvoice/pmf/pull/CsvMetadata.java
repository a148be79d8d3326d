package org.localityvoice.pmf.pull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the columns of the file of observations mean, for programs: "Metadata Vocabulary for Tabular
 * Data" (CSVW, W3C Recommendation of 17 December 2015). Pure.
 */
final class CsvMetadata {
  private static final String LICENCE =
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

  private CsvMetadata() {}

  /** Metadata of a file that lies beside it. */
  static ObjectNode of(String file) {
    var root = JsonNodeFactory.instance.objectNode();
    root.putArray("@context")
        .add("http://www.w3.org/ns/csvw")
        .add(JsonNodeFactory.instance.objectNode().put("@language", "en"));
    root.put("url", file);
    root.put("dc:title", "Published figures of the performance framework");
    root.putObject("dc:license").put("@id", LICENCE);
    root.putObject("dialect").put("encoding", "utf-8").put("header", true);
    var schema = root.putObject("tableSchema");
    var columns = schema.putArray("columns");
    for (var column : Column.ALL) {
      var one = columns.addObject();
      one.put("name", column.name());
      one.put("titles", column.name());
      one.put("dc:description", column.about());
      one.put("datatype", column.type());
      one.put("required", column.always());
      one.put("null", "");
    }
    var key = schema.putArray("primaryKey");
    Column.KEY.forEach(key::add);
    return root;
  }
}
