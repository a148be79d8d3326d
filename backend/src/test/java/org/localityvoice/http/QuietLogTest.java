package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An address is never logged: clients put keys and places into it. */
class QuietLogTest {
  private static final String KEY = "lv_canary5d1f77aa";

  @Test
  void a_key_in_the_query_reaches_no_line_of_the_log() {
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    ours().addAppender(log);
    ours().setLevel(Level.TRACE);
    Handler broken =
        call -> {
          throw new IllegalStateException("a fault");
        };
    try (var server = SmallServer.with("searchLeniently", broken)) {
      var query = "?api_key=" + KEY;
      assertThat(server.get("/lenient" + query).statusCode()).isEqualTo(500);
      assertThat(server.get("/search" + query).statusCode()).isEqualTo(400);
      assertThat(server.get("/optional" + query).statusCode()).isEqualTo(400);
      assertThat(server.get("/nowhere" + query).statusCode()).isEqualTo(404);
      assertThat(server.get("/notes" + query).statusCode()).isEqualTo(405);
      assertThat(server.raw("GET /search" + query + "&% HTTP/1.1\r\nHost: h\r\n" + LAST))
          .startsWith("HTTP/1.1 400");
      assertThat(server.raw("GET /search" + query + " HTTP/9.9\r\nHost: h\r\n" + LAST))
          .doesNotContain(KEY);
      assertThat(server.raw("GET /search" + query + "x".repeat(5000) + " HTTP/1.1\r\n" + LAST))
          .contains(" 414 ");
    } finally {
      ours().detachAppender(log);
      ours().setLevel(null);
    }
    var text = List.copyOf(log.list).stream().map(QuietLogTest::text).collect(Collectors.joining());
    assertThat(text).as("control: requests are logged").contains("searchLeniently", "a fault");
    assertThat(text).doesNotContain(KEY).doesNotContain("api_key").doesNotContain("/lenient");
  }

  private static final String LAST = "Connection: close\r\n\r\n";

  private static String text(ILoggingEvent event) {
    return event.getLoggerName()
        + event.getFormattedMessage()
        + event.getKeyValuePairs()
        + event.getMDCPropertyMap()
        + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }

  private static Logger ours() {
    return (Logger) LoggerFactory.getLogger("org.localityvoice");
  }
}
