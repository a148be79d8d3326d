package org.localityvoice.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * Every rate limit of the system. A bucket holds {@code burst} calls and fills again evenly over
 * {@code window}. Counted for each person who is signed in, otherwise for each address.
 */
public enum Limit {
  /** Sign-ins with the local evaluation mode. */
  SIGN_IN(120, Duration.ofMinutes(1), false),
  /** Ballots asked for: one each wave is all anybody needs, the rest is room for retries. */
  BALLOT(30, Duration.ofMinutes(10), false),
  /** Refused answers from one address: leaves no room to guess ballots. Good answers are free. */
  REFUSED_RESPONSE(60, Duration.ofMinutes(1), true),
  /**
   * Reports, and what people say about them: more than anybody types, room for a phone's retries.
   */
  REPORT(60, Duration.ofMinutes(10), false),
  /** What people change for themselves: what they follow, what they have read. */
  OWN_CHANGE(240, Duration.ofMinutes(1), false),
  /** Parties registered, changed and given back: a family's holidays, and not a crowd. */
  REGISTRATION(120, Duration.ofMinutes(10), false),
  /** Profiles made: a family's children, and not a made-up school. */
  PARTICIPANT(40, Duration.ofHours(1), false),
  /** Codes between guardians and young people tried: leaves no room to guess one. */
  GUARDIAN_CODE(10, Duration.ofHours(1), false),
  /** Lists and maps: panning a map takes a few a second, copying everything need not be fast. */
  SEARCH(300, Duration.ofMinutes(1), false),
  /** What residents say is wrong with a service: more than anybody finds, and no campaign. */
  DIRECTORY_PROBLEM(20, Duration.ofHours(1), false),
  /** Calendars from one address: a calendar service fetches those of many people from there. */
  CALENDAR(600, Duration.ofMinutes(1), false),
  /** Photos sent: room for a day's reports of somebody who comes back online. */
  PHOTO(120, Duration.ofMinutes(10), false),
  /** Figures for everybody: each is remembered, but somebody has to add them up first. */
  FIGURES(60, Duration.ofMinutes(1), false),
  /** Files of many reports, each of which may be long. */
  EXPORT(10, Duration.ofMinutes(10), false),
  /** What staff change. */
  STAFF_CHANGE(120, Duration.ofMinutes(1), false),
  /** One device at a door: a queue of children, each with a ticket, and a roster now and then. */
  DEVICE(600, Duration.ofMinutes(1), false),
  /** Refused devices from one address: leaves no room to guess tokens. Good ones are free. */
  REFUSED_DEVICE(60, Duration.ofMinutes(1), true),
  /** Open311 from one address: a system that fetches everything page by page. */
  OPEN311(600, Duration.ofMinutes(1), false),
  /** Open Referral from one address: a system that fetches the whole directory page by page. */
  OPEN_REFERRAL(600, Duration.ofMinutes(1), false),
  /** Calls with one API key: a system, which may pass on what many people say. */
  API_KEY(600, Duration.ofMinutes(1), false);

  private final int burst;
  private final Duration window;
  private final boolean refusalsOnly;
  private final String slug;

  Limit(int burst, Duration window, boolean refusalsOnly) {
    this.burst = burst;
    this.window = window;
    this.refusalsOnly = refusalsOnly;
    this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Limit of(String slug) {
    return Arrays.stream(values())
        .filter(limit -> limit.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no limit is called " + slug));
  }

  String slug() {
    return slug;
  }

  /** As the header field {@code RateLimit-Policy} says it. */
  String policy() {
    return '"' + slug + "\";q=" + burst + ";w=" + window.toSeconds();
  }

  int burst() {
    return burst;
  }

  Duration window() {
    return window;
  }

  boolean refusalsOnly() {
    return refusalsOnly;
  }
}
