package org.localityvoice.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.localityvoice.problem.Violation;

/** Writes a refusal as GeoReport v2 wants errors: one for each place that is wrong. */
final class GeoReportErrors {
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private GeoReportErrors() {}

  static Buffer json(Refusal refusal) {
    return Buffer.buffer(Json.bytes(errors(refusal)));
  }

  static Buffer xml(Refusal refusal) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.writeStartElement("errors");
      for (var error : errors(refusal)) {
        out.writeStartElement("error");
        out.writeStartElement("code");
        out.writeCharacters(String.valueOf(error.code()));
        out.writeEndElement();
        out.writeStartElement("description");
        out.writeCharacters(XmlText.legal(error.description()));
        out.writeEndElement();
        out.writeEndElement();
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot be written as XML", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static List<GeoReportError> errors(Refusal refusal) {
    if (refusal.faults().isEmpty()) {
      return List.of(new GeoReportError(refusal.status(), refusal.detail()));
    }
    return refusal.faults().stream()
        .map(fault -> new GeoReportError(refusal.status(), place(fault) + fault.detail()))
        .toList();
  }

  private static String place(Refusal.Fault fault) {
    var violation = fault.violation();
    var place =
        violation.in() == Violation.In.BODY && violation.place().startsWith("/")
            ? violation.place().substring(1)
            : violation.place();
    return place.isEmpty() ? "" : place + ": ";
  }

  private record GeoReportError(int code, String description) {}
}
