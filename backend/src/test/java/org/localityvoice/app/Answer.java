package org.localityvoice.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String text) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The media type without parameters. */
  public String type() {
    return headers.firstValue("Content-Type").orElse("").split(";", -1)[0];
  }

  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body as JSON; missing when it is none. */
  public JsonNode json() {
    try {
      return type().endsWith("json") ? MAPPER.readTree(text) : Town.none();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text in the body, by pointer. */
  public String at(String pointer) {
    return json().at(pointer).asText();
  }

  /** The slug of a problem's type. */
  public String problem() {
    return at("/type").replace("urn:locality-voice:problem:", "");
  }

  /** Pointers and parameters that a problem names. */
  public List<String> places() {
    return StreamSupport.stream(json().path("errors").spliterator(), false)
        .map(
            error ->
                error.has("pointer")
                    ? error.get("pointer").asText()
                    : error.path("in").asText() + ":" + error.path("parameter").asText())
        .toList();
  }
}
