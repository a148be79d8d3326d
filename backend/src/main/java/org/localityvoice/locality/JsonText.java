package org.localityvoice.locality;

/** JSON is YAML, but for two things that the YAML reader does not take. */
final class JsonText {
  private JsonText() {}

  /**
   * The same JSON without tabs between its parts and without {@code \\/} for a slash in its
   * strings. Every line stays where it is.
   */
  static String asYaml(String json) {
    var yaml = new StringBuilder(json.length());
    var quoted = false;
    for (var i = 0; i < json.length(); i++) {
      var c = json.charAt(i);
      if (c == '\\' && quoted && i + 1 < json.length()) {
        i++;
        yaml.append(json.charAt(i) == '/' ? "/" : "\\" + json.charAt(i));
        continue;
      }
      quoted ^= c == '"';
      // A string cannot hold a tab as such, so each one stands between parts.
      yaml.append(c == '\t' ? ' ' : c);
    }
    return yaml.toString();
  }
}
