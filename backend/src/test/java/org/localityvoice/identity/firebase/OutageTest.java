package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.localityvoice.identity.Refused;
import org.localityvoice.identity.firebase.FakeGoogle.Outage;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Wait;

/** Services that cannot be reached: nobody is told to sign in again for it. */
class OutageTest {
  private static SigningKey key;

  private final HandClock clock = new HandClock(Instant.now());
  private FakeGoogle google;
  private FirebaseIdentity identity;
  private String resident;
  private String warden;

  @BeforeAll
  static void makeKey() {
    key = SigningKey.make();
  }

  @BeforeEach
  void start() {
    google = new FakeGoogle(key);
    identity = google.identity(clock);
    resident = TestTokens.of(key, "ana").token();
    var wyn = TestTokens.of(key, "wyn").with("roles", List.of("warden"));
    warden = wyn.token();
    google.user("wyn", wyn.issued(), false);
  }

  @AfterEach
  void stop() {
    identity.close();
  }

  @ParameterizedTest
  @EnumSource(value = Outage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void without_certificates_sign_in_is_unavailable_until_they_are_back(Outage outage) {
    google.certificates(outage);
    mustBeUnavailable(Refused.problem(identity.holderOf(resident, true)));
    google.certificates(Outage.NONE);
    assertThat(Wait.forResult(identity.holderOf(resident, true)).uid()).isEqualTo("ana");
  }

  @ParameterizedTest
  @EnumSource(value = Outage.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void without_the_user_service_staff_sign_in_is_unavailable(Outage outage) {
    google.userService(outage);
    mustBeUnavailable(Refused.problem(identity.holderOf(warden, true)));
    mustBeUnavailable(Refused.problem(identity.holderOf(warden, false)));
    assertThat(Wait.forResult(identity.holderOf(resident, false)).uid()).isEqualTo("ana");
  }

  @Test
  void staff_read_on_for_thirty_seconds_while_the_user_service_is_away() {
    Wait.forResult(identity.holderOf(warden, true));
    google.userService(Outage.NO_CONNECTION);
    assertThat(Wait.forResult(identity.holderOf(warden, true)).uid()).isEqualTo("wyn");
    clock.advance(FirebaseIdentity.RECENT);
    mustBeUnavailable(Refused.problem(identity.holderOf(warden, true)));
  }

  @Test
  void known_residents_go_on_while_the_certificates_are_away() {
    Wait.forResult(identity.holderOf(resident, false));
    google.certificates(Outage.NO_CONNECTION);
    assertThat(Wait.forResult(identity.holderOf(resident, false)).uid()).isEqualTo("ana");
  }

  @Test
  void a_bad_token_is_still_a_bad_token_during_an_outage() {
    google.certificates(Outage.NO_CONNECTION);
    var expired = TestTokens.of(key, "late").shifted(-4000).token();
    assertThat(Refused.problem(identity.holderOf(expired, true)).type())
        .isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void credentials_that_cannot_be_had_make_sign_in_unavailable() {
    var settings = new FirebaseSettings(TestTokens.PROJECT, Optional.empty(), Optional.empty());
    var sdk =
        new AdminSdk(
            settings,
            UnaryOperator.identity(),
            () -> {
              throw new java.io.IOException("no credentials");
            });
    try (var lame = new FirebaseIdentity(sdk, sdk, InstantSource.system())) {
      mustBeUnavailable(Refused.problem(lame.holderOf(resident, true)));
    }
  }

  @Test
  void once_closed_sign_in_is_unavailable() {
    identity.close();
    mustBeUnavailable(Refused.problem(identity.holderOf(resident, true)));
  }

  private static void mustBeUnavailable(Problem problem) {
    assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(problem.retryAfter()).hasValueSatisfying(t -> assertThat(t).isPositive());
    assertThat(problem.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }
}
