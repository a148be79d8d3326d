package org.localityvoice.directory.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose what is brought in becomes.
 *
 * @param keeper id of a partner
 * @param localities of what says none of its own
 * @param needs ids of needs by their names and ids, in small letters
 */
record Whose(String keeper, List<String> localities, Map<String, String> needs) {
  Whose {
    localities = List.copyOf(localities);
    needs = Map.copyOf(needs);
  }

  /** An id that follows from what a thing is called, so that a retry finds it. */
  String id(String kind, String... names) {
    var name = "directory import\n" + keeper + "\n" + kind + "\n" + String.join("\n", names);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  Optional<String> need(String nameOrId) {
    return Optional.ofNullable(needs.get(nameOrId.strip().toLowerCase(Locale.ROOT)));
  }

  /** The same entry with keeper and localities in it. */
  ObjectNode owned(ObjectNode entry, List<String> own) {
    entry.put("keeper", keeper);
    return placed(entry, own);
  }

  ObjectNode placed(ObjectNode entry, List<String> own) {
    var list = entry.putArray("localities");
    (own.isEmpty() ? localities : own).forEach(list::add);
    return entry;
  }
}
