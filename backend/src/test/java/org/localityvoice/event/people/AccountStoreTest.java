package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What an account may still do, whatever comes at once. */
@ExtendWith(StoreExtension.class)
class AccountStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void of_thirty_children_at_once_twenty_are_counted_and_each_once(Store store) {
    var accounts = new AccountStore(store.connect());
    Wait.forResult(accounts.ensure("ola"));
    var all =
        IntStream.range(0, 60)
            .mapToObj(i -> accounts.addChild("ola", "child-" + i % 30, 20))
            .toList();
    Wait.forResult(Future.all(all));
    var children = Wait.forResult(accounts.find("ola")).orElseThrow().children();
    assertThat(children).hasSize(20).doesNotHaveDuplicates();
    assertThat(Wait.forResult(accounts.addChild("ola", children.get(7), 20))).isTrue();
    assertThat(Wait.forResult(accounts.addChild("ola", "one-more", 20))).isFalse();
  }

  @Test
  void an_account_is_too_young_or_a_participant_and_not_both(Store store) {
    var accounts = new AccountStore(store.connect());
    for (var round = 0; round < 10; round++) {
      var uid = "ben-" + round;
      Wait.forResult(accounts.ensure(uid));
      var refused = accounts.refuse(uid, NOW.plus(Duration.ofDays(7)), NOW);
      var claimed = accounts.claim(uid, "p-" + round, NOW);
      Wait.forResult(Future.all(refused, claimed));
      assertThat(refused.result()).isNotEqualTo(claimed.result());
    }
  }

  @Test
  void a_note_that_has_run_out_is_forgotten_with_its_account(Store store) {
    var accounts = new AccountStore(store.connect());
    var until = NOW.plus(Duration.ofDays(7));
    for (var uid : new String[] {"ben", "ola"}) {
      Wait.forResult(accounts.ensure(uid));
      Wait.forResult(accounts.refuse(uid, until, NOW));
    }
    assertThat(Wait.forResult(accounts.claim("ola", "p", until.minusMillis(1)))).isFalse();
    assertThat(Wait.forResult(accounts.claim("ola", "p", until))).isTrue();
    Wait.forResult(accounts.tidy(until.minusMillis(1)));
    assertThat(Wait.forResult(accounts.find("ben"))).isPresent();
    assertThat(Wait.forResult(accounts.tidy(until))).as("ben's alone").isEqualTo(1);
    assertThat(Wait.forResult(accounts.find("ben"))).isEmpty();
    assertThat(Wait.forResult(accounts.find("ola"))).isPresent();
  }

  @Test
  void a_date_of_birth_is_remembered_for_a_while_and_what_else_is_known_stays(Store store) {
    var accounts = new AccountStore(store.connect());
    var born = LocalDate.parse("2012-01-01");
    for (var uid : new String[] {"ben", "ola"}) {
      Wait.forResult(accounts.ensure(uid));
      Wait.forResult(accounts.remember(uid, born, NOW));
    }
    Wait.forResult(accounts.addChild("ola", "child", 20));
    var before = Wait.forResult(accounts.find("ola")).orElseThrow();
    assertThat(before.saidOtherThan(born, NOW.minusMillis(1))).isFalse();
    assertThat(before.saidOtherThan(born.plusDays(1), NOW.minusMillis(1))).isTrue();
    assertThat(before.saidOtherThan(born.plusDays(1), NOW)).isFalse();
    Wait.forResult(accounts.tidy(NOW.minusMillis(1)));
    assertThat(Wait.forResult(accounts.find("ola"))).contains(before);
    Wait.forResult(accounts.tidy(NOW));
    assertThat(Wait.forResult(accounts.find("ben"))).isEmpty();
    assertThat(Wait.forResult(accounts.find("ola")))
        .contains(new Account("ola", null, null, null, null, java.util.List.of("child")));
  }
}
