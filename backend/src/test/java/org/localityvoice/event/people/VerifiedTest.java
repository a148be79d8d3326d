package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Caller;
import org.localityvoice.problem.Problem;

/** Whoever says that they are a guardian can be asked about it. */
class VerifiedTest {
  @Test
  void an_account_without_address_and_number_is_nobodys_guardian() {
    var caller = Caller.resident("ola");
    assertThatThrownBy(() -> LinkOperations.mustBeVerified(caller))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("account-not-verified"));
    assertThatCode(() -> LinkOperations.mustBeVerified(caller.verified(true)))
        .doesNotThrowAnyException();
  }
}
