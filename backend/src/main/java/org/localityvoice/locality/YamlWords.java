package org.localityvoice.locality;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in plain words where a text stops being YAML and what usually causes it. */
final class YamlWords {
  private static final String UNKNOWN =
      "cannot be read from here on; look for a missing quotation mark, colon or bracket, or for an"
          + " indentation that does not fit";
  private static final Map<String, String> CAUSES = causes();

  private YamlWords() {}

  /** The fault that stopped the reader. */
  static Fault fault(YAMLException failure, String text) {
    if (failure instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      var context = marked.getContext() == null ? "" : marked.getContext();
      return new Fault(
          marked.getProblemMark().getLine() + 1, "", plain(context + " / " + marked.getProblem()));
    }
    if (failure instanceof ReaderException unreadable) {
      var before = text.substring(0, Math.min(text.length(), unreadable.getPosition()));
      var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      return new Fault(line, "", "holds a character that is not text");
    }
    return new Fault(1, "", plain(failure.getMessage() == null ? "" : failure.getMessage()));
  }

  private static String plain(String problem) {
    return CAUSES.entrySet().stream()
        .filter(cause -> problem.contains(cause.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /** From what the library says, most telling first, to what the writer of a file can act on. */
  private static Map<String, String> causes() {
    var causes = new LinkedHashMap<String, String>();
    causes.put("(TAB)", "has a tab here; indent with spaces");
    causes.put(
        "mapping values are not allowed",
        "has a colon here that cannot stand there; put the text in quotation marks");
    causes.put(
        "while scanning a quoted scalar",
        "has a quotation mark here that is never closed properly");
    causes.put("undefined alias", "repeats a part with * that no & before it names");
    causes.put("flow mapping", "lacks a comma or a closing } here");
    causes.put("flow sequence", "lacks a comma or a closing ] here");
    causes.put("block mapping", "has an indentation here that does not fit the lines above");
    causes.put("block collection", "has an indentation here that does not fit the lines above");
    causes.put("could not find expected ':'", "has a name here without a colon after it");
    causes.put("single document", "holds more than one document; remove the line ---");
    causes.put("Number of aliases", "repeats too many parts with *");
    causes.put("Nesting Depth", "is nested too deep");
    causes.put("cannot start any token", "has a character here that must be in quotation marks");
    return causes;
  }
}
