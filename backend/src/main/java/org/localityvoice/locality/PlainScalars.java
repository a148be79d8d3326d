package org.localityvoice.locality;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads unquoted words as JSON would (YAML 1.2.2 §10.2). The older rules, which are the library's,
 * turn {@code no} into false, {@code 2026-10-01} into a moment and {@code 12:30} into 750.
 */
final class PlainScalars extends Resolver {
  private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
  private static final Pattern NOTHING = Pattern.compile("null|~|");

  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, TRUE_OR_FALSE, "tf");
    addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
    addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
    addImplicitResolver(Tag.NULL, NOTHING, "n~\0");
    addImplicitResolver(Tag.NULL, EMPTY, null);
  }
}
