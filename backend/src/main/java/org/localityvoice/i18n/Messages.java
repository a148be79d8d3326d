package org.localityvoice.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every sentence the system says to people, from the message files {@code messages.properties}
 * (British English) and {@code messages_<language>.properties}.
 */
public final class Messages {
  private static final String ENGLISH = "en";
  private final Map<String, Map<String, String>> texts;

  private Messages(Map<String, Map<String, String>> texts) {
    this.texts = texts;
  }

  /** Reads the message files from the class path. */
  public static Messages load() {
    var texts = new TreeMap<String, Map<String, String>>();
    texts.put(ENGLISH, read("messages.properties"));
    for (var language : List.of("pl")) {
      texts.put(language, read("messages_" + language + ".properties"));
    }
    return new Messages(Map.copyOf(texts));
  }

  /**
   * A sentence in a language, or in English where it is not translated.
   *
   * @throws IllegalArgumentException when there is no such sentence at all
   */
  public String text(String language, String key, List<Object> arguments) {
    var own = texts.getOrDefault(language, Map.of()).get(key);
    var pattern = own == null ? texts.getOrDefault(ENGLISH, Map.of()).get(key) : own;
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    var values = arguments.stream().map(Messages::plain).toArray();
    return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(values);
  }

  /** Whether there is such a sentence. */
  public boolean says(String key) {
    return texts.getOrDefault(ENGLISH, Map.of()).containsKey(key);
  }

  /** The languages there are message files for. */
  public List<String> languages() {
    return texts.keySet().stream().sorted().toList();
  }

  /** Keys of a language's file, for the test that keeps the files complete. */
  java.util.Set<String> keys(String language) {
    return texts.getOrDefault(language, Map.of()).keySet();
  }

  private static Object plain(Object argument) {
    // Numbers are identifiers and limits here: no thousands separator in them.
    return argument instanceof Number ? argument.toString() : argument;
  }

  private static Map<String, String> read(String name) {
    var properties = new Properties();
    try (var in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("message file " + name + " is missing");
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
  }
}
