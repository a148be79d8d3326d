package org.localityvoice.identity.firebase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * An RSA key with its certificate, as Google's token service has them.
 *
 * @param secret signs tokens
 * @param certificate what verifies them, as PEM
 */
record SigningKey(PrivateKey secret, String certificate) {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Makes a key with the JDK's own keytool. */
  static SigningKey make() {
    try {
      var folder = Files.createTempDirectory("signing-key");
      var file = folder.resolve("key.p12");
      try {
        keytool(file);
        return read(file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new AssertionError("no signing key", e);
    }
  }

  private static void keytool(Path file) throws IOException, InterruptedException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "2",
                "-dname",
                "CN=test token service",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("keytool failed: " + said);
    }
  }

  private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(file.toFile(), PASSWORD);
    var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    var certificate = encoder.encodeToString(store.getCertificate("key").getEncoded());
    return new SigningKey(
        (PrivateKey) store.getKey("key", PASSWORD),
        "-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n");
  }
}
