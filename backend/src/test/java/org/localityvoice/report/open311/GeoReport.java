package org.localityvoice.report.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Town;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A client of GeoReport v2, which holds every answer against the standard. */
final class GeoReport {
  static final String OWNER = "environment-and-community-services";
  private static final String BASE = "/open311/v2/";
  private static final String PART = "--xyz\r\nContent-Disposition: form-data; name=\"";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Schema XML = schema();
  private static final JsonNode JSON = json();

  private final Town town;
  private final List<String> fields = new ArrayList<>();
  private final List<List<String>> parts = new ArrayList<>();

  GeoReport(Town town) {
    this.town = town;
  }

  /** What is to be sent with the next post. */
  GeoReport with(String name, String value) {
    parts.add(List.of(name, value));
    fields.add(
        URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "="
            + URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  /** A request of litter in the middle of Newport. */
  static GeoReport litter(Town town, String key) {
    return new GeoReport(town)
        .with("api_key", key)
        .with("service_code", "litter")
        .with("lat", "54.575000")
        .with("long", "-1.250000")
        .with("description", "Cans and paper\r\nall over the corner.");
  }

  Answer posts(String path) {
    return town.nobody()
        .raw(BASE + path, String.join("&", fields).getBytes(StandardCharsets.UTF_8), FORM);
  }

  /** Posts the fields as parts, with photos after them. */
  Answer postsParts(String path, byte[]... photos) {
    var body = Buffer.buffer();
    for (var part : parts) {
      body.appendString(PART + part.get(0) + "\"\r\n\r\n" + part.get(1) + "\r\n");
    }
    for (var i = 0; i < photos.length; i++) {
      body.appendString(PART + "photo" + (i + 1) + "\"; filename=\"" + i + ".jpeg\"\r\n")
          .appendString("Content-Type: image/jpeg\r\n\r\n")
          .appendBytes(photos[i])
          .appendString("\r\n");
    }
    var type = "multipart/form-data; boundary=xyz";
    return town.nobody().raw(BASE + path, body.appendString("--xyz--\r\n").getBytes(), type);
  }

  /** Posts a request and tells its id. */
  String requests() {
    var answer = posts("requests.json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    fits("receipts", answer);
    return answer.at("/0/service_request_id");
  }

  static Answer gets(Town town, String path) {
    return town.nobody().gets(path.startsWith("/") ? path : BASE + path);
  }

  /** An answer in JSON that fits the standard. */
  static JsonNode json(Town town, String path, String definition) {
    var answer = gets(town, path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
    fits(definition, answer);
    return answer.json();
  }

  static void fits(String definition, Answer answer) {
    var schema = JSON.at("/$defs/" + definition);
    var faults =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(schema)
            .validate(answer.json());
    assertThat(faults).as(answer.text()).isEmpty();
  }

  /** An answer in XML that fits the standard. */
  static Element xml(Town town, String path) {
    var answer = gets(town, path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return xml(answer);
  }

  static Element xml(Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
    assertThat(answer.text()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    try {
      XML.newValidator().validate(new StreamSource(new StringReader(answer.text())));
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(answer.text())))
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new AssertionError(answer.text(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of all elements of a name, in their order. */
  static List<String> texts(Element in, String name) {
    var found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(at -> found.item(at).getTextContent())
        .toList();
  }

  /** An error in the asked form, which must say why. */
  static void refused(Answer answer, int status, String word) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    if (answer.type().endsWith("json")) {
      fits("errors", answer);
      assertThat(answer.at("/0/code")).isEqualTo(String.valueOf(status));
    } else {
      var errors = xml(answer);
      assertThat(errors.getTagName()).isEqualTo("errors");
      assertThat(texts(errors, "code")).containsOnly(String.valueOf(status));
    }
    assertThat(answer.text()).contains(word);
  }

  private static Schema schema() {
    try {
      var file = GeoReport.class.getResource("/open311/georeport-v2.xsd");
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json() {
    try (var in = GeoReport.class.getResourceAsStream("/open311/georeport-v2.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
