package org.localityvoice.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.directory.EntryKind;
import org.localityvoice.directory.KnownPostcode;
import org.localityvoice.directory.Postcode;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** A directory for the sample area, made by the same services as that of partners. */
final class SampleDirectory {
  private static final String FILE = "directory.yaml";
  private static final Caller SAMPLE =
      new Caller("sample", Set.of(Role.ADMIN), Set.of(), Optional.empty());

  private final Parts parts;

  SampleDirectory(Parts parts) {
    this.parts = parts;
  }

  /**
   * Makes what is not there yet. What an earlier start was cut off from goes on; in an area that is
   * not the sample's nothing is made.
   *
   * @param fresh whether the area was loaded just now
   */
  Future<Void> load(boolean fresh) {
    return parts
        .vertx
        .executeBlocking(SampleDirectory::read)
        .compose(
            file ->
                parts
                    .directory
                    .directory
                    .work()
                    .isDone(services(file))
                    .compose(
                        done ->
                            done || fresh ? Future.succeededFuture(!done) : Sample.isThere(parts))
                    .compose(wanted -> wanted ? load(file) : Future.succeededFuture()));
  }

  private static List<String> services(JsonNode file) {
    var ids = new ArrayList<String>();
    file.path("services").forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Sample.bytes(FILE).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Future<Void> load(JsonNode file) {
    var work = parts.directory.directory.work();
    var postcodes = new ArrayList<KnownPostcode>();
    file.path("postcodes").forEach(one -> postcodes.add(postcode(one)));
    return work.learn(postcodes)
        .compose(done -> make(EntryKind.TAXONOMY, file.path("taxonomies")))
        .compose(done -> make(EntryKind.ORGANISATION, file.path("organisations")))
        .compose(done -> make(EntryKind.LOCATION, file.path("locations")))
        .compose(done -> make(EntryKind.SERVICE, file.path("services")));
  }

  private static KnownPostcode postcode(JsonNode one) {
    return new KnownPostcode(
        Postcode.plain(one.path("postcode").asText()),
        one.path("latitude").asDouble(),
        one.path("longitude").asDouble());
  }

  private Future<Void> make(EntryKind kind, JsonNode entries) {
    var work = parts.directory.directory.work();
    var done = Future.<Void>succeededFuture();
    for (var entry : entries) {
      var id = entry.path("id").asText();
      done = done.compose(before -> work.make(kind, id, entry.path("content"), SAMPLE));
      if (kind == EntryKind.SERVICE) {
        done = done.compose(made -> work.publish(id, SAMPLE));
      }
    }
    return done;
  }
}
