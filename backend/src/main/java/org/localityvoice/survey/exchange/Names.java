package org.localityvoice.survey.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Other tools' names as ours: {@code safe_day} as SAFE_DAY, {@code very_safe} as very-safe. */
final class Names {
  private static final Pattern QUESTION = Pattern.compile("[A-Z][A-Z0-9_]{0,40}");
  private static final Pattern STRATUM = Pattern.compile("[a-z][A-Za-z0-9]{0,40}");
  private static final Pattern OPTION = Pattern.compile("[a-z0-9][a-z0-9-]{0,40}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private Names() {}

  /** The id of a question or row; empty where the name cannot be one. */
  static Optional<String> question(String name) {
    return fit(QUESTION, name.toUpperCase(Locale.ROOT).replaceAll("[-. ]", "_"));
  }

  /** The id of a stratum. */
  static Optional<String> stratum(String name) {
    var id = new StringBuilder();
    for (var part : name.split("[_\\-. ]", -1)) {
      id.append(
          id.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return fit(STRATUM, id.toString());
  }

  /** The id of an option. */
  static Optional<String> option(String name) {
    return fit(OPTION, name.toLowerCase(Locale.ROOT).replaceAll("[_. ]", "-"));
  }

  static boolean isLanguage(String tag) {
    return LANGUAGE.matcher(tag).matches();
  }

  private static Optional<String> fit(Pattern pattern, String id) {
    return pattern.matcher(id).matches() ? Optional.of(id) : Optional.empty();
  }
}
