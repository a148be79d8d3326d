package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Refused;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Wait;

/** Staff who lose their rights, and what the question costs. */
class RevocationTest {
  private static final boolean READ = true;
  private static final boolean WRITE = false;
  private static SigningKey key;

  private final HandClock clock = new HandClock(Instant.now());
  private FakeGoogle google;
  private FirebaseIdentity identity;
  private TestTokens wyn;
  private String token;

  @BeforeAll
  static void makeKey() {
    key = SigningKey.make();
  }

  @BeforeEach
  void start() {
    google = new FakeGoogle(key);
    identity = google.identity(clock);
    wyn =
        TestTokens.of(key, "wyn")
            .with("roles", List.of("warden"))
            .with("localities", List.of("newport"));
    token = wyn.token();
    google.user("wyn", wyn.issued(), false);
  }

  @AfterEach
  void stop() {
    identity.close();
  }

  @Test
  void a_revoked_staff_member_cannot_write_at_once() {
    assertThat(caller(WRITE).staff()).isTrue();
    revoke();
    assertThat(refusal(WRITE).type()).isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void a_disabled_staff_member_cannot_write_at_once() {
    assertThat(caller(WRITE).staff()).isTrue();
    google.user("wyn", wyn.issued(), true);
    assertThat(refusal(WRITE).type()).isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void a_deleted_staff_member_cannot_write() {
    var gone = TestTokens.of(key, "gone").with("roles", List.of("admin")).token();
    assertThat(Refused.problem(identity.holderOf(gone, WRITE)).type())
        .isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void a_revoked_staff_member_may_read_for_thirty_seconds_and_no_longer() {
    assertThat(caller(READ).staff()).isTrue();
    revoke();
    clock.advance(FirebaseIdentity.RECENT.minusMillis(1));
    assertThat(caller(READ).staff()).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(refusal(READ).type()).isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void a_refused_write_ends_reading_too() {
    assertThat(caller(READ).staff()).isTrue();
    revoke();
    assertThat(refusal(WRITE).type()).isEqualTo(ProblemType.NOT_SIGNED_IN);
    assertThat(refusal(READ).type()).isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void each_write_asks_and_reads_ask_once_in_thirty_seconds() {
    for (int i = 0; i < 5; i++) {
      caller(READ);
    }
    assertThat(google.lookUps()).isEqualTo(1);
    caller(WRITE);
    caller(WRITE);
    assertThat(google.lookUps()).isEqualTo(3);
    clock.advance(FirebaseIdentity.RECENT.minusMillis(1));
    caller(READ);
    assertThat(google.lookUps()).as("the last write's answer still serves").isEqualTo(3);
    clock.advance(Duration.ofMillis(1));
    caller(READ);
    assertThat(google.lookUps()).isEqualTo(4);
  }

  @Test
  void residents_are_never_looked_up() {
    var resident = TestTokens.of(key, "ana").token();
    assertThat(Wait.forResult(identity.holderOf(resident, WRITE)))
        .isEqualTo(Caller.resident("ana"));
    assertThat(google.lookUps()).isZero();
  }

  @Test
  void a_token_made_after_the_revocation_is_good() {
    revoke();
    var later = wyn.with("iat", wyn.issued().getEpochSecond() + 30);
    assertThat(Wait.forResult(identity.holderOf(later.token(), WRITE)).staff()).isTrue();
  }

  private void revoke() {
    google.user("wyn", wyn.issued().plusSeconds(10), false);
  }

  private Caller caller(boolean mayBeRecent) {
    return Wait.forResult(identity.holderOf(token, mayBeRecent));
  }

  private Problem refusal(boolean mayBeRecent) {
    return Refused.problem(identity.holderOf(token, mayBeRecent));
  }
}
