package org.localityvoice.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.localityvoice.problem.Violation;

/** JSON as the contract wants it: RFC 3339 times, absent instead of null, no repeated names. */
public final class Json {
  /** Deeper bodies are refused; nothing in the contract nests more than eight levels. */
  static final int DEEPEST = 32;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          // Maps come in any order, another one in each process; ETags and digests must not.
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(1 << 20)
                .maxNumberLength(64)
                .build());
  }

  private Json() {}

  /** Reads a whole body. */
  static JsonNode parse(byte[] bytes) throws IOException {
    return MAPPER.readTree(bytes);
  }

  /** Numbers in a text that was read as a tree, which are not what they say; by pointer. */
  static List<Violation> oddNumbers(JsonNode tree, byte[] text) throws IOException {
    try (var parser = MAPPER.createParser(text)) {
      return OddNumbers.faults(tree, parser);
    }
  }

  /** The bytes of a value, a record as a rule. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  /** The same as text. */
  public static String text(Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /** A value from text that this program wrote. */
  public static <T> T value(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a " + type + " as we write it", e);
    }
  }

  /**
   * A tree from text that others wrote; empty where it is no JSON within our bounds, numbers that
   * cannot be held included.
   */
  public static Optional<JsonNode> parsed(String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      var tree = parse(bytes);
      return tree.isMissingNode() || !oddNumbers(tree, bytes).isEmpty()
          ? Optional.empty()
          : Optional.of(tree);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The text of a tree with the names of every object in order: equal for equal content. */
  public static String canonical(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(MAPPER.treeToValue(tree, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always written", e);
    }
  }

  /** The value as a tree. */
  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /** A record from a tree that has already been checked against the contract. */
  public static <T> T value(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the contract allows what " + type + " cannot hold", e);
    }
  }
}
