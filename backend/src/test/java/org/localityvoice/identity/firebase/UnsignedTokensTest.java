package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.firebase.internal.FirebaseProcessEnvironment;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Refused;
import org.localityvoice.problem.ProblemType;

/**
 * The SDK believes unsigned tokens as soon as its process knows of an emulator, whoever told it.
 * The control shows that it would; the guard that ours does not.
 */
class UnsignedTokensTest {
  private final SigningKey key = SigningKey.make();

  @AfterEach
  void forgetTheEmulator() {
    FirebaseProcessEnvironment.clearCache();
  }

  @Test
  void an_emulator_that_was_not_configured_lets_nobody_in() throws Exception {
    var google = new FakeGoogle(key);
    google.user("mallory", TestTokens.of(key, "mallory").issued(), false);
    var unsigned = TestTokens.of(key, "mallory").unsigned();
    try (var sdk = google.sdk();
        var identity = new FirebaseIdentity(sdk, () -> {}, InstantSource.system())) {
      var auth = sdk.auth();
      FirebaseProcessEnvironment.setenv(AdminSdk.EMULATOR_HOST, "127.0.0.1:9099");

      assertThat(auth.verifyIdToken(unsigned).getUid()).as("control").isEqualTo("mallory");
      assertThat(Refused.problem(identity.holderOf(unsigned, true)).type())
          .isEqualTo(ProblemType.UNAVAILABLE);

      FirebaseProcessEnvironment.clearCache();
      assertThat(Refused.problem(identity.holderOf(unsigned, true)).type())
          .isEqualTo(ProblemType.NOT_SIGNED_IN);
    }
  }
}
