package org.localityvoice.app;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.AreaFile;
import org.localityvoice.locality.AreaReading;

/** The sample area: ordinary data, loaded into an empty store by the ordinary import. */
final class Sample {
  private static final String FOLDER = "/sample/";

  private Sample() {}

  /** Loads it, unless there is an area already; whether it was loaded. */
  static Future<Boolean> load(Vertx vertx, Parts parts) {
    return parts
        .areas
        .area()
        .compose(
            area ->
                area.isPresent()
                    ? Future.succeededFuture(false)
                    : vertx
                        .executeBlocking(() -> bytes("area.yaml").orElseThrow())
                        .compose(file -> new AreaImport(parts).run(file, Sample::text))
                        .map(
                            outcome -> {
                              if (!outcome.faults().isEmpty()) {
                                throw new IllegalStateException(
                                    "the sample area has faults: " + outcome.faults());
                              }
                              return true;
                            }));
  }

  /** Whether the area is the sample's, as it is in this version. */
  static Future<Boolean> isThere(Parts parts) {
    return parts
        .vertx
        .executeBlocking(() -> new AreaFile(List.of()).read(bytes("area.yaml").orElseThrow()))
        .compose(
            reading ->
                parts
                    .areas
                    .area()
                    .map(
                        area ->
                            reading instanceof AreaReading.Good good
                                && area.filter(good.area()::equals).isPresent()));
  }

  private static Optional<String> text(String name) {
    return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** A file of the sample, if there is one of that name. */
  static Optional<byte[]> bytes(String name) {
    try (InputStream in = Sample.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
