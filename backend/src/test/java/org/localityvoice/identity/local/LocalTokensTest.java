package org.localityvoice.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.localityvoice.testing.HandClock;

class LocalTokensTest {
  private static final byte[] KEY = "sixteen bytes or more".getBytes(UTF_8);

  private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00.750Z"));
  private final LocalTokens tokens = new LocalTokens(KEY, clock);

  @Test
  void a_token_tells_its_uid_for_an_hour_and_not_a_moment_longer() {
    var token = tokens.issue("ana");
    assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
    assertThat(tokens.uid(token.text())).contains("ana");
    clock.advance(Duration.between(clock.instant(), token.expiresAt()).minusMillis(1));
    assertThat(tokens.uid(token.text())).contains("ana");
    clock.advance(Duration.ofMillis(1));
    assertThat(tokens.uid(token.text())).isEmpty();
  }

  @Test
  void a_token_made_with_another_key_is_refused() {
    var foreign = new LocalTokens("another key of some length".getBytes(UTF_8), clock);
    assertThat(tokens.uid(foreign.issue("ana").text())).isEmpty();
  }

  @Test
  void the_same_key_understands_its_tokens_after_a_restart() {
    assertThat(new LocalTokens(KEY, clock).uid(tokens.issue("ana").text())).contains("ana");
  }

  @Test
  void a_key_that_could_be_guessed_is_refused() {
    assertThatThrownBy(() -> new LocalTokens(new byte[15], clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bytes");
  }

  @Test
  void garbage_is_refused() {
    var good = tokens.issue("ana").text();
    for (var text :
        new String[] {"", ".", "..", "ana", "a.b", good + ".", good + "=", " " + good, "é.é"}) {
      assertThat(tokens.uid(text)).as(text).isEmpty();
    }
    assertThat(tokens.uid("x".repeat(100_000) + ".x")).isEmpty();
  }

  @Property
  void any_uid_comes_back(@ForAll("uids") String uid) {
    assertThat(tokens.uid(tokens.issue(uid).text())).contains(uid);
  }

  @Property
  void any_changed_character_is_refused(
      @ForAll("uids") String uid, @ForAll @IntRange(max = 999) int place, @ForAll char character) {
    var good = tokens.issue(uid).text();
    var at = place % good.length();
    Assume.that(good.charAt(at) != character);
    assertThat(tokens.uid(good.substring(0, at) + character + good.substring(at + 1))).isEmpty();
  }

  @Property
  void any_changed_base64_character_is_refused(
      @ForAll("uids") String uid,
      @ForAll @IntRange(max = 999) int place,
      @ForAll("base64") char character) {
    any_changed_character_is_refused(uid, place, character);
  }

  @Test
  void every_other_last_character_is_refused() {
    var good = tokens.issue("ana").text();
    var last = good.length() - 1;
    for (var character :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
      if (character != good.charAt(last)) {
        assertThat(tokens.uid(good.substring(0, last) + character)).isEmpty();
      }
    }
  }

  @Property
  void any_text_is_refused(@ForAll String text) {
    assertThat(tokens.uid(text)).isEmpty();
  }

  @Provide
  Arbitrary<String> uids() {
    return Arbitraries.strings().alpha().numeric().withChars("-_:é").ofMinLength(1).ofMaxLength(64);
  }

  @Provide
  Arbitrary<Character> base64() {
    return Arbitraries.chars().range('A', 'Z').range('a', 'z').range('0', '9').with('-', '_');
  }
}
