package org.localityvoice.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What no decent client sends: it gets an answer all the same, and the connection goes on. */
class RawRequestsTest {
  private static final String HOST = "Host: here\r\n";
  private static final String LAST = "Connection: close\r\n\r\n";

  @Test
  @ExtendWith(TownExtension.class)
  void a_language_header_of_a_lone_hyphen_is_answered(Town town) throws IOException {
    var hyphen = HOST + "Accept-Language: -\r\n" + LAST;
    assertThat(sent(town, "GET /v1/nowhere HTTP/1.1\r\n" + hyphen)).startsWith("HTTP/1.1 404");
    assertThat(sent(town, "GET /v1/waves/newport-2026-q4 HTTP/1.1\r\n" + hyphen))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  @ExtendWith(TownExtension.class)
  void a_query_with_half_an_escape_is_refused(Town town) throws IOException {
    assertThat(sent(town, "GET /v1/localities?% HTTP/1.1\r\n" + HOST + LAST))
        .startsWith("HTTP/1.1 400")
        .contains("invalid-request");
  }

  @Test
  @ExtendWith(TownExtension.class)
  void a_large_body_that_nobody_reads_does_not_block_the_connection(Town town) throws IOException {
    var first =
        "GET /v1/me HTTP/1.1\r\n"
            + HOST
            + "Authorization: Bearer "
            + town.token("ana")
            + "\r\nContent-Length: 1000000\r\n\r\n"
            + "x".repeat(1_000_000);
    assertThat(sent(town, first + "GET /v1/nowhere HTTP/1.1\r\n" + HOST + LAST))
        .startsWith("HTTP/1.1 200")
        .contains("HTTP/1.1 404");
  }

  @Test
  @ExtendWith(TownExtension.class)
  void a_client_that_asks_whether_to_send_its_body_is_told_to(Town town) throws IOException {
    var body = "{\"persona\":\"ana\"}";
    var head =
        "POST /v1/local/sign-in HTTP/1.1\r\n"
            + HOST
            + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + LAST;
    try (var socket = connected(town)) {
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readNBytes(12), ISO_8859_1))
          .isEqualTo("HTTP/1.1 100");
      socket.getOutputStream().write(body.getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .contains("HTTP/1.1 200");
    }
  }

  @Test
  @ExtendWith(StoreExtension.class)
  void the_proxys_own_header_counts_where_it_stands_below_the_clients(
      Store store, @TempDir Path folder) throws IOException {
    try (var town = Town.on(store, folder, Map.of("HTTP_TRUSTED_PROXIES", "127.0.0.1"))) {
      var statuses = new StringBuilder();
      for (var i = 0; i <= Limit.SIGN_IN.burst(); i++) {
        var head =
            "POST /v1/local/sign-in HTTP/1.1\r\n"
                + HOST
                + "Content-Type: application/json\r\nContent-Length: 17\r\nX-Forwarded-For: 10.0."
                + (i / 200)
                + "."
                + (i % 200)
                + "\r\nX-Forwarded-For: 192.0.2.7\r\n"
                + LAST
                + "{\"persona\":\"ana\"}";
        statuses.append(sent(town, head), 9, 12).append(' ');
      }
      assertThat(statuses.toString()).endsWith("429 ");
    }
  }

  @Test
  @ExtendWith(TownExtension.class)
  void compressed_or_not_an_answer_has_one_weak_tag_and_says_what_it_varies_by(Town town)
      throws IOException {
    for (var path : List.of("/v1/localities/newport", "/v1/pmf/observations.csv")) {
      var get = "GET " + path + " HTTP/1.1\r\n" + HOST;
      var plain = sent(town, get + LAST);
      var packed = sent(town, get + "Accept-Encoding: gzip\r\n" + LAST);
      var tag = field(plain, "etag");
      assertThat(tag).startsWith("W/\"");
      assertThat(field(packed, "etag")).isEqualTo(tag);
      assertThat(field(packed, "content-encoding")).isEqualTo("gzip");
      assertThat(field(plain, "content-encoding")).isEmpty();
      for (var answer : List.of(plain, packed)) {
        assertThat(fields(answer, "vary")).containsIgnoringCase("accept-encoding");
      }
      for (var seen : List.of(tag, tag.substring(2))) {
        for (var coding : List.of("gzip", "identity")) {
          var asked = "Accept-Encoding: " + coding + "\r\nIf-None-Match: " + seen + "\r\n";
          assertThat(sent(town, get + asked + LAST)).startsWith("HTTP/1.1 304");
        }
      }
      assertThat(sent(town, get + "If-None-Match: W/\"0\"\r\n" + LAST)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  @ExtendWith(TownExtension.class)
  void a_compressed_body_is_refused_by_its_coding_and_told_what_would_be_taken(Town town)
      throws IOException {
    var post = "POST /v1/local/sign-in HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n";
    var body = "Content-Length: 17\r\n" + LAST + "{\"persona\":\"ana\"}";
    var refused = sent(town, post + "Content-Encoding: gzip\r\n" + body);
    assertThat(refused).startsWith("HTTP/1.1 415").contains("not compressed");
    assertThat(field(refused, "accept-encoding")).isEqualTo("identity");
    assertThat(sent(town, post + "Content-Encoding: identity\r\n" + body))
        .startsWith("HTTP/1.1 200");
  }

  /** The first header field of that name in the answer; empty where there is none. */
  private static String field(String answer, String name) {
    return fields(answer, name).lines().findFirst().orElse("");
  }

  private static String fields(String answer, String name) {
    return answer
        .substring(0, answer.indexOf("\r\n\r\n"))
        .lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).trim())
        .collect(Collectors.joining("\n"));
  }

  private static Socket connected(Town town) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), town.port());
    socket.setSoTimeout(5_000);
    return socket;
  }

  private static String sent(Town town, String text) throws IOException {
    try (var socket = connected(town)) {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
