package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Caller;

/** An operation that may be called signed in or not. */
class OptionalSignInTest {
  private static final String PATH = "/optional";

  @Test
  void whoever_signs_in_is_known_and_whoever_does_not_is_served_all_the_same() {
    try (var server = SmallServer.with("getOptional", OptionalSignInTest::whoCalls)) {
      assertThat(server.get(PATH).body()).isEqualTo("\"nobody\"");
      assertThat(server.get(PATH, "Authorization", "Bearer ana").body()).isEqualTo("\"ana\"");
    }
  }

  @Test
  void a_bad_sign_in_is_refused_and_not_taken_for_none() {
    try (var server = SmallServer.with("getOptional", OptionalSignInTest::whoCalls)) {
      for (var header : new String[] {"Bearer nobody", "Bearer", "Basic YTpi", ""}) {
        var answer = server.get(PATH, "Authorization", header);
        assertThat(answer.statusCode()).as(header).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      }
    }
  }

  @Test
  void a_person_has_a_limit_of_their_own_and_an_address_has_another() {
    try (var server = SmallServer.plain()) {
      for (var i = 0; i < Limit.SIGN_IN.burst(); i++) {
        assertThat(server.get(PATH).statusCode()).isEqualTo(204);
      }
      assertThat(server.get(PATH).statusCode()).isEqualTo(429);
      assertThat(server.get(PATH, "Authorization", "Bearer ana").statusCode()).isEqualTo(204);
    }
  }

  private static Future<Reply> whoCalls(Call call) {
    return Future.succeededFuture(Reply.ok(call.holder().map(Caller::uid).orElse("nobody")));
  }
}
