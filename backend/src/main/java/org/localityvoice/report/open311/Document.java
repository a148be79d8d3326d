package org.localityvoice.report.open311;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.localityvoice.http.Json;
import org.localityvoice.http.Reply;
import org.localityvoice.http.XmlDocument;

/**
 * An answer of GeoReport v2, which can be written as XML and as JSON; the JSON is the XML without
 * its outermost element.
 *
 * @param root the outermost element
 * @param content a row, or a list of rows
 */
record Document(String root, Object content) {
  private static final String JSON = "application/json; charset=utf-8";
  private static final XmlDocument XML =
      new XmlDocument(
          Map.of(
              "services", "service",
              "attributes", "attribute",
              "values", "value",
              "service_requests", "request",
              "service_request_updates", "request_update",
              "endpoints", "endpoint",
              "formats", "format"));

  Reply xml() {
    return Reply.of(XmlDocument.TYPE, XML.write(root, Json.tree(content)));
  }

  Reply json() {
    return Reply.of(JSON, Buffer.buffer(Json.bytes(content)));
  }
}
