package org.localityvoice.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.DerivedId;

/**
 * A mother with one child or two, what they do about events, and what they were told of it last.
 * Everything that they send follows from their number, so that a retry sends the same. One client
 * at a time speaks for them.
 */
final class Family {
  /** What they come for. */
  enum Wish {
    /** One afternoon of a club, where there are few places. */
    CLUB,
    /** Three afternoons, all or none. */
    WEEK,
    /** An evening where everybody finds a place, and is checked in. */
    EVENING
  }

  /** What they do, one after the other. */
  enum Step {
    PREPARE,
    REGISTER,
    LOOK,
    LEAVE,
    CHECK_IN
  }

  /** What they know. */
  enum Told {
    NOTHING,
    PLACED,
    WAITING,
    REFUSED,
    LEFT
  }

  final int number;
  private int next;
  private boolean unsure;
  private Told told = Told.NOTHING;
  private boolean offered;
  private boolean checkedIn;
  @Nullable private Instant cameAt;

  Family(int number) {
    this.number = number;
  }

  String uid() {
    return "family-" + number;
  }

  Wish wish() {
    return switch (number % 5) {
      case 0 -> Wish.WEEK;
      case 1 -> Wish.EVENING;
      default -> Wish.CLUB;
    };
  }

  /** Ids of the children. */
  List<String> children() {
    return IntStream.rangeClosed(1, 1 + number % 2).mapToObj(i -> uid() + "-child-" + i).toList();
  }

  /** The id of their registration, or of their package. */
  String registration() {
    return DerivedId.of("family", uid());
  }

  /** What a device notes when a child comes. */
  String item(String child) {
    return "came-" + child;
  }

  private List<Step> steps() {
    return switch (wish()) {
      case EVENING -> List.of(Step.PREPARE, Step.REGISTER, Step.CHECK_IN);
      case WEEK -> stays(4) ? List.of(Step.PREPARE, Step.REGISTER) : untilTheyLeave();
      case CLUB ->
          stays(8) ? List.of(Step.PREPARE, Step.REGISTER, Step.LOOK, Step.LOOK) : untilTheyLeave();
    };
  }

  private static List<Step> untilTheyLeave() {
    return List.of(Step.PREPARE, Step.REGISTER, Step.LOOK, Step.LOOK, Step.LEAVE);
  }

  private boolean stays(int oneIn) {
    return number / 5 % oneIn == 0;
  }

  /** Whether they say no to an offer. */
  boolean declines() {
    return number / 5 % 3 == 1;
  }

  Step step() {
    return steps().get(next);
  }

  /** Whether there is nothing more that they do. */
  boolean isDone() {
    return next == steps().size() || told == Told.REFUSED || told == Told.LEFT;
  }

  void begins() {
    unsure = true;
  }

  void hasDone() {
    unsure = false;
    next++;
  }

  /** What the tablet notes of the time, the first time and every time. */
  Instant cameAt(Instant now) {
    var noted = cameAt == null ? now.truncatedTo(ChronoUnit.MILLIS) : cameAt;
    cameAt = noted;
    return noted;
  }

  void isTold(Told what) {
    told = what;
  }

  void isOffered() {
    offered = true;
  }

  void isCheckedIn() {
    checkedIn = true;
  }

  /** Whether a session has to know what the children may not eat. */
  boolean isToComeWithNeeds() {
    return wish() != Wish.EVENING && (told == Told.PLACED || told == Told.WAITING);
  }

  Told told() {
    return told;
  }

  /** Whether something was asked and not answered. */
  boolean isUnsure() {
    return unsure;
  }

  boolean wasOffered() {
    return offered;
  }

  boolean wasCheckedIn() {
    return checkedIn;
  }

  @Override
  public String toString() {
    return "%s (%s, %s, %d steps%s)".formatted(uid(), wish(), told, next, unsure ? ", unsure" : "");
  }
}
