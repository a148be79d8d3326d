package org.localityvoice.identity.firebase;

import com.google.firebase.auth.FirebaseAuthException;
import java.io.IOException;

/** Verifies a token, on the calling thread and as long as it takes. */
interface TokenVerifier {
  /**
   * The holder, to be remembered no longer than the token lives.
   *
   * @param checkRevoked whether to ask Firebase if the user was disabled, or signed out everywhere,
   *     since the token was made
   */
  Holder verify(String token, boolean checkRevoked) throws FirebaseAuthException, IOException;
}
