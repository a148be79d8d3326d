package org.localityvoice.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/** Logging to standard output, as configured. */
final class LogSetup {
  private LogSetup() {}

  static void apply(Settings.Logging logging) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.setLevel(Level.WARN);
    context.getLogger("org.localityvoice").setLevel(Level.toLevel(logging.level()));
    context
        .getLogger("org.localityvoice.access")
        .setLevel(logging.access() ? Level.INFO : Level.OFF);
    root.addAppender(console(context, logging.json()));
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, boolean json) {
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setEncoder(json ? json(context) : plain(context));
    console.start();
    return console;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> plain(LoggerContext context) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg %kvp%n%ex");
    encoder.start();
    return encoder;
  }
}
