package org.localityvoice.identity.firebase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What verifying Firebase ID tokens needs to know.
 *
 * @param projectId the Firebase project whose users may sign in
 * @param credentials a service account's key file, for looking up revoked and disabled users;
 *     without it Google's application default credentials are used
 * @param emulatorHost {@code host:port} of an Auth emulator to use in place of Firebase, whose
 *     tokens carry no signature
 */
public record FirebaseSettings(
    String projectId, Optional<Path> credentials, Optional<String> emulatorHost) {

  private static final Pattern PROJECT_ID =
      Pattern.compile("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+]):[0-9]{1,5}");

  /**
   * Settings that can work.
   *
   * @param production whether real people's data is behind this server; an emulator, which lets
   *     anybody be anybody, is refused there
   * @throws IllegalArgumentException with one plain line that says what is wrong
   */
  public static FirebaseSettings of(
      String projectId,
      Optional<Path> credentials,
      Optional<String> emulatorHost,
      boolean production) {
    require(!projectId.isBlank(), "sign-in by Firebase needs the Firebase project's id");
    require(
        PROJECT_ID.matcher(projectId).matches(), "\"" + projectId + "\" is no Firebase project id");
    emulatorHost.ifPresent(
        host -> {
          require(
              !production,
              "FIREBASE_AUTH_EMULATOR_HOST is set, but in production only Firebase itself may say"
                  + " who people are; unset it");
          require(
              HOST_AND_PORT.matcher(host).matches(),
              "the Firebase Auth emulator's address must read host:port, not \"" + host + "\"");
        });
    credentials.ifPresent(
        file ->
            require(
                Files.isRegularFile(file) && Files.isReadable(file),
                "the Firebase credentials file " + file + " cannot be read"));
    return new FirebaseSettings(projectId, credentials, emulatorHost);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
