package org.localityvoice.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.identity.firebase.FirebaseSettings;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.pmf.PmfSettings;
import org.localityvoice.survey.SealSettings;

/**
 * Everything that can be configured, read once at start; {@link SettingsReader} says from where.
 *
 * @param production whether real people's data is behind this server
 * @param dataFolder for the embedded store and what is written when there is no PMF endpoint
 * @param mongodbUri a MongoDB to use in place of the embedded store
 * @param sample whether an empty store is given the sample area
 * @param sampleEvents whether the sample area has a directory, and events in the weeks after it was
 *     loaded
 * @param seal where the keys of survey waves are kept; empty for in the store
 * @param zone of the area, for days
 * @param drain how long requests in flight, and then jobs, may take when the server stops
 */
public record Settings(
    boolean production,
    HttpSettings http,
    int httpInstances,
    Management management,
    Path dataFolder,
    Optional<String> mongodbUri,
    EmbeddedOptions embedded,
    SignIn signIn,
    PmfSettings pmf,
    boolean sample,
    boolean sampleEvents,
    Optional<SealSettings> seal,
    ZoneId zone,
    Logging logging,
    Duration drain) {

  /** Where health and metrics are served, apart from the public port. */
  public record Management(String host, int port) {}

  /** How people sign in. */
  public sealed interface SignIn {
    /** The mode's name in configuration and contract. */
    String mode();

    /** By tokens of Firebase Authentication. */
    record Firebase(FirebaseSettings settings) implements SignIn {
      @Override
      public String mode() {
        return "firebase";
      }
    }

    /**
     * As one of the sample people; for evaluation only.
     *
     * @param key signs the tokens; without one the data folder keeps a random one
     */
    record Local(Optional<String> key) implements SignIn {
      @Override
      public String mode() {
        return "local";
      }

      @Override
      public String toString() {
        return "Local";
      }
    }
  }

  /**
   * What is logged.
   *
   * @param json one JSON object a line, in place of plain text
   * @param level of everything that is not a single request
   * @param access one line a request: operation, status, duration, request id and nothing else
   */
  public record Logging(boolean json, String level, boolean access) {}
}
