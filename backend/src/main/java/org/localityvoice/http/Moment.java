package org.localityvoice.http;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The format {@code date-time} (RFC 3339 §5.6) as the contract means it. The validator's own lets
 * pass what no {@link Instant} is read from, such as a space before the time, and what leaves the
 * four digits of a year once it is in UTC and could then not be said again.
 */
final class Moment implements Format {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
  private static final int LAST_YEAR = 9999;

  @Override
  public String getName() {
    return "date-time";
  }

  @Override
  public boolean matches(ExecutionContext context, String value) {
    if (!SHAPE.matcher(value).matches()) {
      return false;
    }
    try {
      var year =
          DateTimeFormatter.ISO_INSTANT
              .parse(value, Instant::from)
              .atZone(ZoneOffset.UTC)
              .getYear();
      return year >= 0 && year <= LAST_YEAR;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
