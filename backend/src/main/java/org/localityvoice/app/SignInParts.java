package org.localityvoice.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.localityvoice.app.Settings.SignIn;
import org.localityvoice.http.Api;
import org.localityvoice.identity.Identity;
import org.localityvoice.identity.firebase.FirebaseIdentity;
import org.localityvoice.identity.local.LocalIdentity;
import org.localityvoice.identity.local.LocalIdentityOperations;
import org.localityvoice.identity.local.LocalTokens;
import org.localityvoice.identity.local.Personas;
import org.localityvoice.identity.me.MeOperations;

/**
 * How people sign in, as configured.
 *
 * @param operations binds the identity operations of the mode
 * @param close lets go of what the mode holds
 */
record SignInParts(Identity identity, Consumer<Api> operations, Runnable close) {
  private static final int KEY_BYTES = 32;

  static SignInParts of(Settings settings, InstantSource clock) {
    if (settings.signIn() instanceof SignIn.Firebase firebase) {
      var identity = FirebaseIdentity.of(firebase.settings(), clock);
      return new SignInParts(identity, new MeOperations()::addTo, identity::close);
    }
    var local = (SignIn.Local) settings.signIn();
    var key =
        local
            .key()
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseGet(() -> keptKey(settings.dataFolder().resolve("local-sign-in.key")));
    var personas = Personas.load();
    var tokens = tokens(key, clock);
    return new SignInParts(
        new LocalIdentity(personas, tokens),
        api -> {
          new MeOperations().addTo(api);
          new LocalIdentityOperations(personas, tokens).addTo(api);
        },
        () -> {});
  }

  private static LocalTokens tokens(byte[] key, InstantSource clock) {
    try {
      return new LocalTokens(key, clock);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("Bad configuration: identity.local.key: " + e.getMessage());
    }
  }

  /** A restart must not end everybody's sign-in, so the key stays in the data folder. */
  private static byte[] keptKey(Path file) {
    try {
      if (Files.exists(file)) {
        return Files.readAllBytes(file);
      }
      var key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, key);
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      return key;
    } catch (IOException e) {
      throw new StartFailure("The data folder cannot be written to: " + file.getParent());
    }
  }
}
