package org.localityvoice.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
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
