package org.localityvoice.app;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.identity.local.LocalTokens;
import org.localityvoice.survey.Waves.Results;

/** A whole server for benchmarks: the sample area, the real clock, as many event loops as usual. */
public final class Subject implements AutoCloseable {
  private static final String KEY = "a key for the benchmark's tokens";

  private final Vertx vertx = Vertx.vertx();
  private final Backend backend;

  /** Starts it on a store. */
  public Subject(String mongodbUri, Path folder) {
    var settings = new HashMap<String, String>();
    settings.put("MONGODB_URI", mongodbUri);
    settings.put("DATA_FOLDER", folder.toString());
    settings.put("HTTP_PORT", "0");
    settings.put("MANAGEMENT_PORT", "0");
    settings.put("IDENTITY_LOCAL_KEY", KEY);
    backend =
        Backend.start(
            vertx,
            SettingsReader.read(Map.copyOf(settings), Optional.empty()),
            InstantSource.system());
  }

  public int port() {
    return backend.port();
  }

  /** The counts of a wave. */
  public Results results(String wave) {
    return Waiting.on(backend.parts().surveys.waves().results(wave));
  }

  /** A token of anybody. */
  public static String token(String uid) {
    return new LocalTokens(KEY.getBytes(StandardCharsets.UTF_8), InstantSource.system())
        .issue(uid)
        .text();
  }

  @Override
  public void close() {
    backend.stop();
    Waiting.quietly(vertx.close());
  }
}
