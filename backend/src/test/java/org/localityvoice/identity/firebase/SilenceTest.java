package org.localityvoice.identity.firebase;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Refused;
import org.localityvoice.identity.firebase.FakeGoogle.Outage;
import org.localityvoice.testing.Wait;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong, the log names neither the token nor the person nor their claims. */
class SilenceTest {
  private static final String UID = "canary-uid-5d1f";
  private static final String PLACE = "canary-place-77aa";

  @Test
  void tokens_uids_and_claims_stay_out_of_the_log_even_when_tracing() {
    var key = SigningKey.make();
    var google = new FakeGoogle(key);
    var staff =
        TestTokens.of(key, UID).with("roles", List.of("admin")).with("localities", List.of(PLACE));
    var level = root().getLevel();
    var log = listen();
    try (var identity = google.identity(InstantSource.system())) {
      Refused.problem(identity.holderOf(staff.token(), true));
      Refused.problem(identity.holderOf(staff.shifted(-4000).token(), true));
      Refused.problem(identity.holderOf(staff.unsigned(), true));
      google.user(UID, staff.issued(), false);
      google.userService(Outage.BROKEN);
      Refused.problem(identity.holderOf(staff.token(), true));
      google.userService(Outage.NONE);
      Wait.forResult(identity.holderOf(staff.token(), false));
      var text = text(log);
      assertThat(text).as("control: outages are logged").contains("cannot verify", "works again");
      assertThat(text)
          .doesNotContain(UID)
          .doesNotContain(PLACE)
          .doesNotContain(staff.token().substring(0, 40));
    } finally {
      root().detachAppender(log);
      root().setLevel(level);
    }
  }

  private static ListAppender<ILoggingEvent> listen() {
    var appender = new ListAppender<ILoggingEvent>();
    appender.start();
    root().addAppender(appender);
    root().setLevel(Level.TRACE);
    return appender;
  }

  private static String text(ListAppender<ILoggingEvent> log) {
    return List.copyOf(log.list).stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()))
        .collect(Collectors.joining("\n"));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
