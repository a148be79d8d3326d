package org.localityvoice.identity.firebase;

import com.google.firebase.auth.AuthErrorCode;
import com.google.firebase.auth.FirebaseAuthException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

/** Tells a bad token from a verification that could not be carried out. */
final class Refusals {
  private static final Duration NEXT_TRY = Duration.ofSeconds(10);

  private static final Set<AuthErrorCode> BAD_TOKEN =
      Set.of(
          AuthErrorCode.INVALID_ID_TOKEN,
          AuthErrorCode.EXPIRED_ID_TOKEN,
          AuthErrorCode.REVOKED_ID_TOKEN,
          AuthErrorCode.TENANT_ID_MISMATCH,
          AuthErrorCode.USER_DISABLED,
          AuthErrorCode.USER_NOT_FOUND);

  private Refusals() {}

  static Problem notSignedIn() {
    return Problem.of(ProblemType.NOT_SIGNED_IN);
  }

  static Problem unavailable() {
    return Problem.of(ProblemType.UNAVAILABLE).retryAfter(NEXT_TRY);
  }

  /** Whether a failure is the token's own fault. */
  static boolean badToken(Exception failure) {
    return failure instanceof FirebaseAuthException refused
        && (refused.getAuthErrorCode() == null
            // A signature that the cipher itself chokes on.
            ? refused.getCause() instanceof GeneralSecurityException
            : BAD_TOKEN.contains(refused.getAuthErrorCode()));
  }

  /** What a failure may be called in the log. The SDK's own messages name users. */
  static String name(Exception failure) {
    return failure instanceof FirebaseAuthException refused
        ? refused.getErrorCode() + "/" + refused.getAuthErrorCode()
        : failure.getClass().getSimpleName();
  }
}
