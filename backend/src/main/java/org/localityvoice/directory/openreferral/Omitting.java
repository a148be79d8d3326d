package org.localityvoice.directory.openreferral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, from which what is empty is left out, as the profile wants it. */
final class Omitting {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Omitting() {}

  static Omitting start() {
    return new Omitting();
  }

  /** A field, unless it is absent, a blank text or a list of nothing. */
  Omitting with(String name, @Nullable Object value) {
    var empty =
        value == null
            || (value instanceof String text && text.isBlank())
            || (value instanceof Collection<?> list && list.isEmpty());
    if (!empty) {
      fields.put(name, value);
    }
    return this;
  }

  /** A field that is there also when it is empty. */
  Omitting always(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  @JsonValue
  Map<String, Object> fields() {
    return fields;
  }
}
