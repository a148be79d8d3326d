package org.localityvoice.pmf;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where statements go, and how they are signed.
 *
 * @param endpoint the performance framework's webhook; without one, statements are written to files
 * @param secrets shared with the endpoint, {@code whsec_…}; several while one is being replaced
 * @param signingKey {@code whsk_…}, for receivers that check with our public key
 * @param publicUrl where residents reach this service, without a slash at the end
 * @param folder for statement files
 */
public record PmfSettings(
    Optional<URI> endpoint,
    List<String> secrets,
    Optional<String> signingKey,
    URI publicUrl,
    Path folder) {

  public PmfSettings {
    secrets = List.copyOf(secrets);
  }

  /**
   * Settings from configuration, checked.
   *
   * @param endpoint an http or https address, or blank
   * @param secrets separated by spaces or commas; may be blank without an endpoint
   * @param signingKey a key, or blank
   * @param publicUrl an http or https address
   * @throws IllegalArgumentException with a plain reason in one line, which never quotes a key
   */
  public static PmfSettings of(
      String endpoint, String secrets, String signingKey, String publicUrl, Path folder) {
    var address = present(endpoint).map(text -> web(text, "the PMF endpoint"));
    var keys = Arrays.stream(secrets.split("[\\s,]+")).filter(key -> !key.isEmpty()).toList();
    keys.forEach(SigningKeys::secret);
    var key = present(signingKey);
    key.ifPresent(SigningKeys::ed25519);
    if (address.isPresent() && keys.isEmpty() && key.isEmpty()) {
      throw new IllegalArgumentException("a PMF endpoint needs a secret or a signing key");
    }
    var own = web(publicUrl.strip().replaceAll("/+$", ""), "the public URL");
    if (own.getRawQuery() != null || own.getRawFragment() != null) {
      throw new IllegalArgumentException("the public URL must end with its path");
    }
    return new PmfSettings(address, keys, key, own, folder);
  }

  /** Where statements go, for people: the host, or the folder. */
  public String target() {
    return endpoint.map(URI::getHost).orElseGet(folder::toString);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "PmfSettings[to=%s, secrets=%d, signingKey=%s]"
        .formatted(target(), secrets.size(), signingKey.isPresent() ? "present" : "absent");
  }

  private static Optional<String> present(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }

  private static URI web(String text, String what) {
    try {
      var address = new URI(text);
      var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
      if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
        throw new IllegalArgumentException(what + " must be an http or https address with a host");
      }
      if (address.getRawUserInfo() != null) {
        throw new IllegalArgumentException(what + " must not hold a user name or password");
      }
      return address;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(what + " is not an address", e);
    }
  }
}
