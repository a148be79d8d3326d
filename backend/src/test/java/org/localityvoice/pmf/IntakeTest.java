package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

class IntakeTest extends PushTest {
  private Push start(Store store) {
    return Push.start(vertx, store, clock, settings());
  }

  private static List<Statement> all(Push push) {
    return Wait.forResult(push.service().list(Optional.empty(), 0, 200));
  }

  @Test
  void statements_that_arrive_at_once_on_two_instances_are_numbered_without_gaps(Store store) {
    var instances = List.of(start(store), start(store));
    // Each comes twice, as the relay may bring it.
    var deliveries =
        IntStream.range(0, 15)
            .boxed()
            .flatMap(
                i ->
                    Stream.of(0, 1)
                        .map(n -> instances.get(n).service().accept(Push.outgoing("pmf_" + i))))
            .toList();

    Wait.forResult(Future.all(deliveries));

    var statements = all(instances.get(0));
    assertThat(statements.stream().map(Statement::sequence).toList())
        .isEqualTo(LongStream.rangeClosed(1, 15).boxed().toList());
    assertThat(statements.stream().map(Statement::id).distinct()).hasSize(15);
    assertThat(statements)
        .allMatch(one -> one.event().contains("\"sequence\":\"%010d\"".formatted(one.sequence())));
  }

  @Test
  void a_second_delivery_does_nothing_even_after_the_statement_has_been_sent(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    push.round();
    var before = push.read("pmf_1");

    push.accept("pmf_1");

    assertThat(all(push)).containsExactly(before);
  }

  @Test
  void each_kind_of_statement_has_its_event_type_and_its_schema_and_all_share_one_sequence(
      Store store) {
    var push = start(store);
    push.accept("pmf_1");
    Wait.forResult(push.service().accept(Push.operational("pmf_2")));

    assertThat(push.read("pmf_1").event())
        .contains("\"type\":\"org.localityvoice.pmf.perception.published.v1\"")
        .contains("/schemas/pmf-statement-1.json\"");
    assertThat(push.read("pmf_2").event())
        .contains("\"type\":\"org.localityvoice.pmf.operational.published.v1\"")
        .contains("/schemas/pmf-operational-1.json\"")
        .contains("\"sequence\":\"0000000002\"");
    assertThat(push.read("pmf_2").subject()).isEqualTo("newport/2026-Q4");
  }

  @Test
  void figures_are_sent_as_they_were_written(Store store) {
    var push = start(store);
    var data = "{\"a\":34.0,\"b\":0.10,\"c\":1E+2,\"d\":12345678901234567890.5,\"e\":null}";
    var payload =
        Push.outgoing("pmf_1").payload().replaceAll("\"data\":.*}$", "\"data\":" + data + "}");

    Wait.forResult(push.service().accept(new Outgoing("pmf_1", Pmf.STATEMENT, payload)));

    assertThat(push.read("pmf_1").event())
        .endsWith(
            "\"data\":{\"a\":34.0,\"b\":0.10,\"c\":100,\"d\":12345678901234567890.5,\"e\":null}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"pmf_1\"              | \"id\":\"pmf.1\"    | the statement's id has a character it must not have",
        "\"id\":\"pmf_1\"              | \"id\":\"../1\"     | the statement's id has a character it must not have",
        "\"id\":\"pmf_1\"              | \"id\":7            | the statement has no id",
        "\"subject\":\"newport/2026-q3\" | \"subject\":\"a/b\" | the statement's subject is not its locality and wave",
        "\"id\":\"pmf_1\"              | \"id\":\"pmf_1\",\"kind\":\"rumour\" | there is no such kind of statement",
        "\"id\":\"pmf_1\"              | \"id\":\"pmf_1\",\"kind\":\"operational\" | the statement has no period",
        "\"locality\":\"newport\"      | \"place\":\"x\"     | the statement has no locality",
        "2026-10-05T08:59:00Z          | last week           | the statement's time is not RFC 3339 in UTC",
        "\"data\":{                    | \"figures\":{       | the statement has no data",
        "{\"id\"                       | [\"id\"             | not JSON at byte 5"
      })
  void a_payload_that_is_not_one_is_refused_with_a_reason(
      String part, String instead, String reason, Store store) {
    var push = start(store);
    var payload = Push.outgoing("pmf_1").payload().replace(part, instead);

    assertThatThrownBy(
            () ->
                Wait.forResult(
                    Future.succeededFuture()
                        .compose(
                            x ->
                                push.service()
                                    .accept(new Outgoing("pmf_1", Pmf.STATEMENT, payload)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
    assertThat(all(push)).isEmpty();
  }

  @Test
  void the_list_goes_by_sequence_in_pages_and_by_state(Store store) {
    var push = start(store);
    push.accept("pmf_c", "pmf_a", "pmf_b");
    receiver.reacts(
        request ->
            Receiver.status(request.getHeader("webhook-id").equals("pmf_a") ? 400 : 200)
                .to(request));
    push.round();

    var service = push.service();
    var first = Wait.forResult(service.list(Optional.empty(), 0, 2));
    var rest = Wait.forResult(service.list(Optional.empty(), 2, 2));
    var pending = Wait.forResult(service.list(Optional.of("pending"), 0, 50));

    assertThat(first).extracting(Statement::id).containsExactly("pmf_c", "pmf_a");
    assertThat(rest).extracting(Statement::id).containsExactly("pmf_b");
    assertThat(pending).extracting(Statement::id).containsExactly("pmf_a");
    clock.advance(Duration.ofHours(2));
    assertThat(Wait.forResult(service.counts()))
        .isEqualTo(new StatementCounts(1, 0, 0, Duration.ofHours(2)));
  }
}
