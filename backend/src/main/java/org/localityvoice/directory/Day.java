package org.localityvoice.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A day of the week. */
public enum Day {
  @JsonProperty("monday")
  MONDAY,
  @JsonProperty("tuesday")
  TUESDAY,
  @JsonProperty("wednesday")
  WEDNESDAY,
  @JsonProperty("thursday")
  THURSDAY,
  @JsonProperty("friday")
  FRIDAY,
  @JsonProperty("saturday")
  SATURDAY,
  @JsonProperty("sunday")
  SUNDAY;

  /** The name in the contract: {@code monday}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Two letters, as in a recurrence rule (RFC 5545 §3.3.10): {@code MO}. */
  public String code() {
    return name().substring(0, 2);
  }

  /** The day of that code. */
  public static Optional<Day> of(String code) {
    return Arrays.stream(values()).filter(day -> day.code().equals(code)).findFirst();
  }
}
