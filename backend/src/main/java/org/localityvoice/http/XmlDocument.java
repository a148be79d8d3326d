package org.localityvoice.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a JSON tree as XML 1.0 in UTF-8, with its declaration and without a namespace: properties
 * become elements, nothing becomes an empty element, and a list becomes an element for each item.
 */
public final class XmlDocument {
  /** With its encoding, since text/xml without one is read as US-ASCII (RFC 7303 §3). */
  public static final String TYPE = "text/xml; charset=utf-8";

  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final Map<String, String> items;

  /**
   * A way of writing.
   *
   * @param items what an item of a list is called, by the name of the list
   */
  public XmlDocument(Map<String, String> items) {
    this.items = Map.copyOf(items);
  }

  /** The document with this outermost element. */
  public Buffer write(String root, JsonNode content) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      element(out, root, content);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot be written as XML", e);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private void element(XMLStreamWriter out, String name, JsonNode content)
      throws XMLStreamException {
    if (content.isNull() || (content.isContainerNode() && content.isEmpty())) {
      out.writeEmptyElement(name);
      return;
    }
    out.writeStartElement(name);
    if (content.isArray()) {
      for (var item : content) {
        element(out, items.getOrDefault(name, "item"), item);
      }
    } else if (content.isObject()) {
      for (var property : content.properties()) {
        element(out, property.getKey(), property.getValue());
      }
    } else {
      text(out, content.isBigDecimal() ? plain(content) : XmlText.legal(content.asText()));
    }
    out.writeEndElement();
  }

  /** XML Schema knows no exponents in a decimal. */
  private static String plain(JsonNode number) {
    return number.decimalValue().toPlainString();
  }

  /** A carriage return as it stands would be read as a line feed (XML 1.0 §2.11). */
  private static void text(XMLStreamWriter out, String text) throws XMLStreamException {
    var start = 0;
    for (var end = text.indexOf('\r'); end >= 0; end = text.indexOf('\r', start)) {
      out.writeCharacters(text.substring(start, end));
      out.writeEntityRef("#13");
      start = end + 1;
    }
    out.writeCharacters(text.substring(start));
  }
}
