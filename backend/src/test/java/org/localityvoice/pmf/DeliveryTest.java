package org.localityvoice.pmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PfxOptions;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** One attempt against a real receiver. */
class DeliveryTest extends PushTest {
  private Push start(Store store) {
    return Push.start(vertx, store, clock, settings());
  }

  @Test
  void a_statement_arrives_as_a_signed_cloud_event(Store store) {
    var push = start(store);
    push.accept("pmf_1");

    push.round();

    var post = receiver.last();
    assertThat(post.method()).isEqualTo("POST");
    assertThat(post.path()).isEqualTo("/hooks/pmf");
    assertThat(post.headers().get("Content-Type"))
        .isEqualTo("application/cloudevents+json; charset=UTF-8");
    assertThat(post.id()).isEqualTo("pmf_1");
    assertThat(post.timestamp()).isEqualTo(clock.instant());
    assertThat(post.text())
        .isEqualTo(
            "{\"specversion\":\"1.0\",\"id\":\"pmf_1\","
                + "\"source\":\"https://voice.example.org/v1/localities/newport\","
                + "\"type\":\"org.localityvoice.pmf.perception.published.v1\","
                + "\"subject\":\"newport/2026-q3\",\"time\":\"2026-10-05T08:59:00Z\","
                + "\"datacontenttype\":\"application/json\","
                + "\"dataschema\":\"https://voice.example.org/schemas/pmf-statement-1.json\","
                + "\"sequence\":\"0000000001\","
                + "\"data\":{\"reportingMonth\":\"2026-09\","
                + "\"observations\":[{\"estimate\":34.0}]}}");
    assertThatCode(() -> new Webhook(Push.SECRET).verify(post.text(), headers(post)))
        .doesNotThrowAnyException();
    assertThat(push.read("pmf_1").state())
        .isEqualTo(new StatementState.Delivered(clock.instant(), "127.0.0.1"));
  }

  private static HttpHeaders headers(Receiver.Post post) {
    Map<String, List<String>> all =
        post.headers().names().stream()
            .collect(Collectors.toMap(Function.identity(), name -> post.headers().getAll(name)));
    return HttpHeaders.of(all, (name, value) -> true);
  }

  @Test
  void a_receiver_with_our_public_key_can_verify_too(Store store) throws GeneralSecurityException {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    var settings =
        PmfSettings.of(
            receiver.address(),
            Push.SECRET,
            SignerTest.whsk(SignerTest.seed(pair)),
            "https://voice.example.org",
            Path.of("unused"));
    var push = Push.start(vertx, store, clock, settings);
    push.accept("pmf_1");

    push.round();

    var post = receiver.last();
    var signatures = post.headers().get("webhook-signature").split(" ", -1);
    var signed = "pmf_1." + post.timestamp().getEpochSecond() + "." + post.text();
    assertThat(post.signedWith(Push.SECRET)).isTrue();
    assertThat(SignerTest.verified(pair.getPublic(), signed, signatures[1])).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307, 400, 415, 429, 500, 503})
  void what_is_not_2xx_is_tried_again_later(int code, Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(
        request ->
            request.response().setStatusCode(code).putHeader("Location", "/elsewhere").end("no\n"));

    push.round();

    assertThat(receiver.posts()).hasSize(1);
    var attempt = push.read("pmf_1").attempts().get(0);
    assertThat(attempt.answer()).isEqualTo(new Answer.Status(code, "no"));
    assertThat(Duration.between(clock.instant(), attempt.next().orElseThrow()))
        .isBetween(Duration.ofMillis(4_500), Duration.ofMillis(5_500));
    assertThat(push.state("pmf_1")).isEqualTo("pending");
  }

  @Test
  void a_dropped_connection_is_a_failure(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(Receiver.dropping());

    push.round();

    assertThat(push.read("pmf_1").attempts().get(0).answer())
        .isEqualTo(new Answer.Failure("no answer: HttpClosedException"));
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_a_failure(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(Receiver.silent());

    push.round();

    assertThat(push.read("pmf_1").attempts().get(0).answer())
        .isEqualTo(new Answer.Failure("no answer in time"));
  }

  @Test
  void an_endpoint_that_is_not_there_is_a_failure(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.close();

    push.round();

    var answer = push.read("pmf_1").attempts().get(0).answer();
    assertThat(answer).isInstanceOf(Answer.Failure.class);
    assertThat(push.state("pmf_1")).isEqualTo("pending");
  }

  @Test
  void a_body_without_end_is_read_no_further_than_the_excerpt(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(this::endless);

    push.round();

    var answer = (Answer.Status) push.read("pmf_1").attempts().get(0).answer();
    assertThat(answer.code()).isEqualTo(500);
    assertThat(answer.excerpt()).hasSize(200).startsWith("<p> error <p> error");
  }

  private void endless(HttpServerRequest request) {
    var response = request.response().setStatusCode(500).setChunked(true);
    vertx.setPeriodic(
        1,
        timer -> {
          if (response.closed()) {
            vertx.cancelTimer(timer);
          } else {
            response.write("<p>\u0007error ".repeat(100));
          }
        });
  }

  @Test
  void reading_an_answer_ends_at_its_limit_and_not_with_the_answer() {
    receiver.reacts(this::endless);
    var excerpt = new Excerpt();

    Wait.forResult(
        vertx
            .createHttpClient()
            .request(new RequestOptions().setAbsoluteURI(receiver.address()))
            .compose(HttpClientRequest::send)
            .compose(excerpt::of));

    assertThat(excerpt.text()).startsWith("<p> error");
  }

  @Test
  void a_2xx_stands_although_its_body_never_ends(Store store) {
    var push = start(store);
    push.accept("pmf_1");
    receiver.reacts(request -> request.response().setChunked(true).write("ok"));

    push.round();

    assertThat(push.state("pmf_1")).isEqualTo("delivered");
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent(
      Store store, @TempDir Path folder) throws Exception {
    var file = folder.resolve("self-signed.p12");
    selfSigned(file);
    var options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(new PfxOptions().setPath(file.toString()).setPassword("changeit"));
    try (var secure = new Receiver(vertx, 0, options)) {
      var settings = Push.to("https://localhost:" + secure.port() + "/in");
      var push = Push.start(vertx, store, clock, settings);
      push.accept("pmf_1");

      push.round();

      assertThat(secure.posts()).isEmpty();
      assertThat(push.read("pmf_1").attempts().get(0).answer()).isInstanceOf(Answer.Failure.class);
    }
  }

  private static void selfSigned(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var command =
        List.of(
            keytool,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-alias",
            "a",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "changeit",
            "-keystore",
            file.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
