package org.localityvoice.identity.firebase;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.auth.FirebaseAuth;
import com.google.firebase.auth.FirebaseAuthException;
import com.google.firebase.auth.FirebaseToken;
import com.google.firebase.internal.EmulatorCredentials;
import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The Firebase Admin SDK with an app and threads of its own, loaded when first used: it adds about
 * three quarters of a second to whoever loads it. Its calls block.
 */
final class AdminSdk implements TokenVerifier, AutoCloseable {
  /** The variable by which the SDK, and every Firebase tool, is told of an emulator. */
  static final String EMULATOR_HOST = "FIREBASE_AUTH_EMULATOR_HOST";

  private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
  private static final int READ_TIMEOUT_MILLIS = 5_000;

  private final FirebaseSettings settings;
  private final UnaryOperator<FirebaseOptions.Builder> options;
  private final CredentialsSource credentials;
  private @Nullable FirebaseApp app;
  private boolean closed;

  /** Where the SDK's own sign-in comes from; may read files or ask the network. */
  interface CredentialsSource {
    GoogleCredentials get() throws IOException;
  }

  AdminSdk(FirebaseSettings settings) {
    this(settings, UnaryOperator.identity(), () -> credentials(settings));
  }

  /**
   * @param options what to change in the SDK's options before it starts, such as its transport
   */
  AdminSdk(
      FirebaseSettings settings,
      UnaryOperator<FirebaseOptions.Builder> options,
      CredentialsSource credentials) {
    this.settings = settings;
    this.options = options;
    this.credentials = credentials;
  }

  @Override
  public Holder verify(String token, boolean checkRevoked)
      throws FirebaseAuthException, IOException {
    var verified = auth().verifyIdToken(token, checkRevoked);
    return new Holder(Claims.caller(verified.getUid(), verified.getClaims()), expiry(verified));
  }

  /** The SDK's own entry, started if need be. */
  FirebaseAuth auth() throws IOException {
    var started = started();
    refuseForeignEmulator();
    return FirebaseAuth.getInstance(started);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (app != null) {
      app.delete();
      app = null;
    }
  }

  private synchronized FirebaseApp started() throws IOException {
    if (closed) {
      throw new IllegalStateException("the Admin SDK is closed");
    }
    if (app == null) {
      settings
          .emulatorHost()
          .ifPresent(host -> FirebaseProcessEnvironment.setenv(EMULATOR_HOST, host));
      var builder =
          FirebaseOptions.builder()
              .setProjectId(settings.projectId())
              .setCredentials(credentials.get())
              .setThreadManager(new SdkThreads())
              .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
              .setReadTimeout(READ_TIMEOUT_MILLIS);
      // The SDK keeps apps by name in one registry per process.
      var name = "identity-" + Integer.toHexString(System.identityHashCode(this));
      app = FirebaseApp.initializeApp(options.apply(builder).build(), name);
    }
    return app;
  }

  /**
   * The SDK looks for an emulator anew at each call, in its whole process, and then believes tokens
   * without a signature. So what it sees is compared with what was configured each time.
   */
  private void refuseForeignEmulator() {
    var seen = Optional.ofNullable(FirebaseProcessEnvironment.getenv(EMULATOR_HOST));
    if (!seen.filter(host -> !host.isEmpty()).equals(settings.emulatorHost())) {
      throw new IllegalStateException(EMULATOR_HOST + " is not what the configuration says");
    }
  }

  private static GoogleCredentials credentials(FirebaseSettings settings) throws IOException {
    if (settings.emulatorHost().isPresent()) {
      return new EmulatorCredentials();
    }
    var file = settings.credentials();
    if (file.isEmpty()) {
      return GoogleCredentials.getApplicationDefault();
    }
    try (var in = Files.newInputStream(file.get())) {
      return GoogleCredentials.fromStream(in);
    }
  }

  private static Instant expiry(FirebaseToken token) {
    return token.getClaims().get("exp") instanceof Number seconds
        ? Instant.ofEpochSecond(seconds.longValue())
        : Instant.EPOCH;
  }
}
