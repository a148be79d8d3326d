package org.localityvoice.identity.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** The sample people of local sign-in, in the order of their file. */
public final class Personas {
  private static final String FILE = "/sample/personas.yaml";

  private final Map<String, Persona> byId;

  private Personas(Map<String, Persona> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  /** Reads the sample people from the class path. */
  public static Personas load() {
    try (var in = Personas.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("class path lacks " + FILE);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads people from YAML.
   *
   * @throws IllegalArgumentException for an unknown role, a missing field or an id used twice
   */
  static Personas read(InputStream yaml) throws IOException {
    var byId = new LinkedHashMap<String, Persona>();
    for (var node : new YAMLMapper().readTree(yaml).path("personas")) {
      var persona = persona(node);
      if (byId.putIfAbsent(persona.id(), persona) != null) {
        throw new IllegalArgumentException("persona " + persona.id() + " occurs twice");
      }
    }
    return new Personas(byId);
  }

  /** Everybody there is. */
  public Collection<Persona> all() {
    return byId.values();
  }

  /** The person of that id. */
  public Optional<Persona> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * What a uid may do: a persona's roles, or a resident's where the uid is no persona. Whoever is
   * none counts as verified.
   */
  Caller caller(String uid) {
    return find(uid).map(Persona::caller).orElseGet(() -> Caller.resident(uid).verified(true));
  }

  private static Persona persona(JsonNode node) {
    var organisation = Optional.ofNullable(node.path("organisation").textValue());
    return new Persona(
        required(node, "id"),
        required(node, "name"),
        required(node, "about"),
        texts(node.path("roles")).stream().map(Personas::role).collect(Collectors.toSet()),
        Set.copyOf(texts(node.path("localities"))),
        organisation,
        node.path("verified").asBoolean(true));
  }

  private static Role role(String slug) {
    return Role.of(slug).orElseThrow(() -> new IllegalArgumentException("no role " + slug));
  }

  private static String required(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue())
        .orElseThrow(() -> new IllegalArgumentException("a persona lacks " + field));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
