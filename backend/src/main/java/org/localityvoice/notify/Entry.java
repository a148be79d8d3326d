package org.localityvoice.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.notice.About;
import org.localityvoice.notice.Notice;

/**
 * One thing that one inbox was told.
 *
 * @param id begins with the time, so that ids sort as the entries do; the rest follows from what
 *     has happened and the inbox, so that nobody is told twice of one thing, whichever way it came
 * @param recipient key of the inbox
 * @param question sequence of the question that comes with it
 * @param actor uid of the member of staff whose own doing it is, in a shared inbox; it is not shown
 *     to them
 * @param readers who has read it
 */
public record Entry(
    @BsonId String id,
    String recipient,
    About about,
    @Nullable Long question,
    @Nullable String actor,
    List<Reader> readers) {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}-[0-9a-f]{32}");

  public Entry {
    readers = List.copyOf(readers);
  }

  /** Somebody who has read it, and when first. */
  public record Reader(String uid, Instant at) {}

  /** What goes into which inbox. */
  static List<Entry> of(Notice notice) {
    var about = notice.about();
    var actor = notice.actor();
    var entries = new ArrayList<Entry>();
    for (var uid : notice.people()) {
      if (!uid.equals(actor)) {
        entries.add(personal(about, uid, notice.question()));
      }
    }
    for (var partner : notice.organisations()) {
      entries.add(shared(about, Recipients.organisation(partner, about.locality()), actor));
    }
    if (notice.managers()) {
      entries.add(shared(about, Recipients.managers(about.locality()), actor));
    }
    if (Boolean.TRUE.equals(notice.safeguarding())) {
      entries.add(shared(about, Recipients.safeguarding(about.locality()), actor));
    }
    return entries;
  }

  /** For one person. */
  static Entry personal(About about, String uid, @Nullable Long question) {
    return of(about, Recipients.person(uid), question, null);
  }

  /** For an inbox that staff share. */
  static Entry shared(About about, String recipient, @Nullable String actor) {
    return of(about, recipient, null, actor);
  }

  private static Entry of(
      About about, String recipient, @Nullable Long question, @Nullable String actor) {
    var rest = DerivedId.of("inbox", about.occasion(), String.valueOf(about.sequence()), recipient);
    return new Entry(since(about.at()) + "-" + rest, recipient, about, question, actor, List.of());
  }

  /** What the ids of entries from this moment on begin with, or come after. */
  static String since(Instant at) {
    return "%012x".formatted(at.toEpochMilli());
  }

  /** Whether a text may be the id of an entry. */
  static boolean mayBeId(String text) {
    return ID.matcher(text).matches();
  }

  /** When somebody read it. */
  Optional<Instant> readAt(String uid) {
    return readers.stream().filter(reader -> reader.uid().equals(uid)).map(Reader::at).findFirst();
  }

  /** Without whose it is. */
  @Override
  public String toString() {
    return "Entry " + id + " " + about.code();
  }
}
