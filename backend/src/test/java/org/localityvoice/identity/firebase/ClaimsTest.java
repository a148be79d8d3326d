package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** What is read from claims, and that nothing odd in them grants anything. */
class ClaimsTest {
  @Test
  void without_claims_one_is_a_resident() {
    assertThat(Claims.caller("u", Map.of())).isEqualTo(Caller.resident("u"));
  }

  @Test
  void every_role_is_known_by_its_slug() {
    for (var role : Role.values()) {
      assertThat(Claims.caller("u", Map.of("roles", List.of(role.slug()))).roles())
          .isEqualTo(Set.of(role));
    }
  }

  @Test
  void an_unknown_role_name_is_passed_over() {
    var claims =
        Map.<String, Object>of(
            "roles", List.of("emperor", "warden"),
            "localities", List.of("newport", "north-ormesby"),
            "organisation", "middlesbrough-council");
    assertThat(Claims.caller("u", claims))
        .isEqualTo(
            new Caller(
                "u",
                Set.of(Role.WARDEN),
                Set.of("newport", "north-ormesby"),
                Optional.of("middlesbrough-council")));
  }

  @Test
  void an_account_is_verified_by_address_and_number_together() {
    var phone = "+447700900123";
    var both = Map.<String, Object>of("email_verified", true, "phone_number", phone);
    assertThat(Claims.caller("u", both)).isEqualTo(Caller.resident("u").verified(true));
    for (var fewer :
        List.<Map<String, Object>>of(
            Map.of("email_verified", true),
            Map.of("phone_number", phone),
            Map.of("email_verified", false, "phone_number", phone),
            Map.of("email_verified", "true", "phone_number", phone),
            Map.of("email_verified", true, "phone_number", ""))) {
      assertThat(Claims.caller("u", fewer).verified()).as(fewer.toString()).isFalse();
    }
  }

  @Test
  void localities_without_any_known_role_are_no_scope() {
    var claims = Map.<String, Object>of("roles", List.of("emperor"), "localities", List.of("n"));
    assertThat(Claims.caller("u", claims)).isEqualTo(Caller.resident("u"));
  }

  @Test
  void somebody_without_an_account_holds_no_role() {
    var claims =
        Map.<String, Object>of(
            "roles", List.of("admin"), "firebase", Map.of("sign_in_provider", "anonymous"));
    assertThat(Claims.caller("u", claims)).isEqualTo(Caller.resident("u"));
    var named =
        Map.<String, Object>of(
            "roles", List.of("admin"), "firebase", Map.of("sign_in_provider", "password"));
    assertThat(Claims.caller("u", named).has(Role.ADMIN)).isTrue();
  }

  static Stream<Map<String, Object>> malformed() {
    return Stream.of(
        Map.of("roles", "admin"),
        Map.of("roles", 7),
        Map.of("roles", true),
        Map.of("roles", Map.of("admin", true)),
        Map.of("roles", List.of("admin", 7)),
        Map.of("roles", List.of(List.of("admin"))),
        Map.of("roles", Arrays.asList("admin", null)),
        Map.of("roles", List.of("admin", "")),
        Map.of("roles", List.of("admin"), "localities", "newport"),
        Map.of("roles", List.of("admin"), "localities", List.of("newport", Map.of())),
        Map.of("roles", List.of("admin"), "localities", List.of("x".repeat(101))),
        Map.of("roles", List.of("admin"), "organisation", List.of("council")),
        Map.of("roles", List.of("admin"), "organisation", " "));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformed_claims_make_a_resident_without_any_scope(Map<String, Object> claims) {
    assertThat(Claims.caller("u", claims)).isEqualTo(Caller.resident("u"));
  }
}
