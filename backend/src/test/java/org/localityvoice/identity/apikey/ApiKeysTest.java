package org.localityvoice.identity.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

@ExtendWith(StoreExtension.class)
class ApiKeysTest {
  private final HandClock clock = new HandClock(Instant.parse("2026-11-23T10:00:00Z"));

  private ApiKeys keys(Store store) {
    return new ApiKeys(store.connect(), clock, new SecureRandom());
  }

  private static ApiKeys.Made made(ApiKeys keys, String... scopes) {
    return Wait.forResult(keys.create("FixMyStreet", List.of(scopes), Optional.of("council")));
  }

  @Test
  void a_key_opens_what_it_is_for_on_every_instance(Store store) {
    var made = made(keys(store), "open311");
    var found = Wait.forResult(keys(store).holder(made.text(), "open311"));
    assertThat(found).isEqualTo(made.key());
    assertThat(found.organisation()).isEqualTo("council");
    assertThat(found.createdAt()).isEqualTo(clock.instant());
  }

  @Test
  void any_other_key_or_purpose_is_refused_with_the_same_words(Store store) {
    var keys = keys(store);
    var made = made(keys, "open311");
    refused(keys, made.text(), "everything");
    refused(keys, "lv_" + "A".repeat(43), "open311");
    refused(keys, made.text().substring(3), "open311");
    refused(keys, made.text() + " ", "open311");
    refused(keys, made.key().hash(), "open311");
    refused(keys, made.key().id(), "open311");
    refused(keys, "", "open311");
    refused(keys, "{\"$ne\":null}", "open311");
    Wait.forResult(keys.holder(made.text(), "open311"));
  }

  @Test
  void a_revoked_key_opens_nothing_once_the_memory_of_it_has_gone(Store store) {
    var serving = keys(store);
    var made = made(serving, "open311");
    Wait.forResult(serving.holder(made.text(), "open311"));
    assertThat(Wait.forResult(keys(store).revoke(made.key().id()))).isTrue();
    // The control: it is remembered, and this is why it need not be looked up each time.
    Wait.forResult(serving.holder(made.text(), "open311"));
    refused(keys(store), made.text(), "open311");
    clock.advance(ApiKeys.REMEMBERED);
    refused(serving, made.text(), "open311");
  }

  @Test
  void revoking_again_changes_nothing_and_revoking_nothing_is_told(Store store) {
    var keys = keys(store);
    var made = made(keys, "open311");
    assertThat(Wait.forResult(keys.revoke(made.key().id()))).isTrue();
    var first = Wait.forResult(keys.all());
    clock.advance(Duration.ofHours(1));
    assertThat(Wait.forResult(keys.revoke(made.key().id()))).isTrue();
    assertThat(Wait.forResult(keys.all())).isEqualTo(first);
    assertThat(Wait.forResult(keys.revoke("nothing"))).isFalse();
  }

  @Test
  void keys_are_long_and_all_different_and_are_not_kept(Store store) {
    var keys = keys(store);
    var first = made(keys, "open311");
    clock.advance(Duration.ofSeconds(1));
    var second = made(keys, "open311");
    assertThat(first.text()).matches("lv_[A-Za-z0-9_-]{43}").isNotEqualTo(second.text());
    var all = Wait.forResult(keys.all());
    assertThat(all).extracting(ApiKey::id).containsExactly(first.key().id(), second.key().id());
    assertThat(all.stream().flatMap(key -> List.of(key.hash(), key.id(), key.name()).stream()))
        .noneMatch(text -> text.contains(first.text().substring(3, 13)));
    assertThat(first.toString()).doesNotContain(first.text()).doesNotContain(first.key().hash());
  }

  private static void refused(ApiKeys keys, String text, String scope) {
    assertThatThrownBy(() -> Wait.forResult(keys.holder(text, scope)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN);
              assertThat(problem.code()).isEqualTo("api-key");
            });
  }
}
