package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PmfSettingsTest {
  private static final Path FOLDER = Path.of("data", "pmf");
  private static final String URL = "https://pmf.example.org/in?token=geheim";
  private static final String OWN = "https://voice.example.org";
  private static final String GOOD = secret(32);

  private static String secret(int bytes) {
    return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
  }

  @Test
  void nothing_configured_means_files() {
    var settings = PmfSettings.of("", " ", "", OWN + "/", FOLDER);

    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.secrets()).isEmpty();
    assertThat(settings.publicUrl()).isEqualTo(URI.create(OWN));
    assertThat(settings.target()).isEqualTo(FOLDER.toString());
  }

  @Test
  void several_secrets_are_separated_by_spaces_or_commas() {
    var settings =
        PmfSettings.of(URL, GOOD + ", " + secret(24) + "\n" + secret(64), "", OWN, FOLDER);

    assertThat(settings.secrets()).containsExactly(GOOD, secret(24), secret(64));
    assertThat(settings.target()).isEqualTo("pmf.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "ftp://pmf.example.org | the PMF endpoint must be an http or https address with a host",
        "pmf.example.org       | the PMF endpoint must be an http or https address with a host",
        "http:///in            | the PMF endpoint must be an http or https address with a host",
        "http://a b/           | the PMF endpoint is not an address",
        "http://me:pw@host/in  | the PMF endpoint must not hold a user name or password"
      })
  void an_endpoint_that_is_no_web_address_is_refused(String endpoint, String reason) {
    assertThatThrownBy(() -> PmfSettings.of(endpoint, GOOD, "", OWN, FOLDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @Test
  void secrets_of_a_wrong_kind_are_refused_with_a_reason_that_does_not_quote_them() {
    refused(secret(23), "a PMF secret must have 24 to 64 bytes, this one has 23");
    refused(secret(65), "a PMF secret must have 24 to 64 bytes, this one has 65");
    refused(GOOD + " abcdef", "a PMF secret must begin with whsec_");
    refused("whsec_ä!", "a PMF secret is not base64 after whsec_");
    refused("", "a PMF endpoint needs a secret or a signing key");
  }

  private static void refused(String secrets, String reason) {
    assertThatThrownBy(() -> PmfSettings.of(URL, secrets, "", OWN, FOLDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsk_", "whsk_AAAA", "whpk_AAAA", "whsk_*"})
  void a_signing_key_of_a_wrong_kind_is_refused(String key) {
    assertThatThrownBy(() -> PmfSettings.of(URL, GOOD, key, OWN, FOLDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the PMF signing key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "voice.example.org", "https://voice.example.org?a=b", "https://v.e#f"})
  void a_public_url_that_nothing_can_be_appended_to_is_refused(String own) {
    assertThatThrownBy(() -> PmfSettings.of("", "", "", own, FOLDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the public URL");
  }

  @Test
  void neither_a_secret_nor_the_endpoint_s_address_is_in_the_text_of_the_settings() {
    var key = "whsk_" + Base64.getEncoder().encodeToString(new byte[32]);
    var text = PmfSettings.of(URL, GOOD, key, OWN, FOLDER).toString();

    assertThat(text).contains("pmf.example.org").doesNotContain("whsec", "whsk", "geheim");
  }
}
