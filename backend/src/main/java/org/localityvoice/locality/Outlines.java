package org.localityvoice.locality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.localityvoice.locality.Boundary.Position;

/** Plane geometry on degrees: good enough for wards, which are a few kilometres wide. */
final class Outlines {
  private Outlines() {}

  /** Two sides of a ring that meet although they are not neighbours, by their first positions. */
  record Crossing(int earlier, int later) {}

  /** A side of a ring: its place among the sides, and the index of the position it starts from. */
  private record Side(int place, int start, Position from, Position to) {
    double west() {
      return Math.min(from.longitude(), to.longitude());
    }

    double east() {
      return Math.max(from.longitude(), to.longitude());
    }

    boolean apart(Side other) {
      return Math.max(from.latitude(), to.latitude())
              < Math.min(other.from.latitude(), other.to.latitude())
          || Math.max(other.from.latitude(), other.to.latitude())
              < Math.min(from.latitude(), to.latitude());
    }
  }

  /** Twice the enclosed area in square degrees; positive for a ring that runs anticlockwise. */
  static double area(List<Position> ring) {
    var origin = ring.get(0);
    return IntStream.range(1, ring.size())
        .mapToDouble(i -> turn(origin, ring.get(i - 1), ring.get(i)))
        .sum();
  }

  /** The first side, in the order of the ring, that touches or crosses an earlier one. */
  static Optional<Crossing> firstCrossing(List<Position> ring) {
    var sides = sides(ring);
    var count = sides.size();
    return meetings(sides, (a, b) -> !neighbours(a.place(), b.place(), count) && touch(a, b))
        .min(Comparator.comparingInt(Crossing::later).thenComparingInt(Crossing::earlier));
  }

  /** Whether two outlines share some inside. Sharing a border is not overlapping. */
  static boolean overlap(Boundary one, Boundary other) {
    var mine = outers(one);
    var theirs = outers(other);
    return mine.stream().anyMatch(a -> theirs.stream().anyMatch(b -> overlap(a, b)));
  }

  private static boolean overlap(List<Position> a, List<Position> b) {
    return Set.copyOf(a).equals(Set.copyOf(b)) || cross(a, b) || within(a, b) || within(b, a);
  }

  private static List<List<Position>> outers(Boundary boundary) {
    return boundary.polygons().stream()
        .flatMap(polygon -> polygon.rings().stream().limit(1))
        .map(Boundary.Ring::positions)
        .toList();
  }

  private static boolean cross(List<Position> one, List<Position> other) {
    var first = sides(one);
    var split = one.size();
    var all = new ArrayList<>(first);
    sides(other).forEach(s -> all.add(new Side(s.place() + split, s.start(), s.from(), s.to())));
    return meetings(all, (a, b) -> (a.place() < split) != (b.place() < split) && properly(a, b))
        .findAny()
        .isPresent();
  }

  private static boolean within(List<Position> inner, List<Position> outer) {
    return inner.stream().anyMatch(position -> inside(position, outer));
  }

  /** Strictly inside: a position on the border is not. Even-odd rule. */
  private static boolean inside(Position at, List<Position> ring) {
    var odd = false;
    for (var side : sides(ring)) {
      if (turn(side.from(), side.to(), at) == 0 && between(side, at)) {
        return false;
      }
      if (side.from().latitude() > at.latitude() != side.to().latitude() > at.latitude()) {
        var up = side.to().latitude() > side.from().latitude();
        odd ^= turn(side.from(), side.to(), at) > 0 == up;
      }
    }
    return odd;
  }

  private static List<Side> sides(List<Position> ring) {
    var sides = new ArrayList<Side>();
    for (var i = 1; i < ring.size(); i++) {
      // A position given twice in a row makes no side.
      if (!ring.get(i - 1).equals(ring.get(i))) {
        sides.add(new Side(sides.size(), i - 1, ring.get(i - 1), ring.get(i)));
      }
    }
    return sides;
  }

  private interface Meeting {
    boolean test(Side one, Side other);
  }

  /** Compares only sides that share a longitude, going from west to east. */
  private static Stream<Crossing> meetings(List<Side> sides, Meeting meeting) {
    var sorted = sides.stream().sorted(Comparator.comparingDouble(Side::west)).toList();
    return IntStream.range(0, sorted.size())
        .boxed()
        .flatMap(
            i ->
                sorted.subList(i + 1, sorted.size()).stream()
                    .takeWhile(b -> b.west() <= sorted.get(i).east())
                    .filter(b -> !b.apart(sorted.get(i)) && meeting.test(sorted.get(i), b))
                    .map(b -> crossing(sorted.get(i).start(), b.start())));
  }

  private static Crossing crossing(int one, int other) {
    return new Crossing(Math.min(one, other), Math.max(one, other));
  }

  private static boolean neighbours(int one, int other, int count) {
    var steps = Math.abs(one - other);
    return steps == 1 || steps == count - 1;
  }

  private static boolean properly(Side a, Side b) {
    return turn(a.from(), a.to(), b.from()) * turn(a.from(), a.to(), b.to()) < 0
        && turn(b.from(), b.to(), a.from()) * turn(b.from(), b.to(), a.to()) < 0;
  }

  private static boolean touch(Side a, Side b) {
    return properly(a, b) || on(a, b.from()) || on(a, b.to()) || on(b, a.from()) || on(b, a.to());
  }

  private static boolean on(Side side, Position at) {
    return turn(side.from(), side.to(), at) == 0 && between(side, at);
  }

  private static boolean between(Side side, Position at) {
    return side.west() <= at.longitude()
        && at.longitude() <= side.east()
        && Math.min(side.from().latitude(), side.to().latitude()) <= at.latitude()
        && at.latitude() <= Math.max(side.from().latitude(), side.to().latitude());
  }

  /** Positive where the way from a by b to c turns left, zero where it goes straight. */
  private static double turn(Position a, Position b, Position c) {
    return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
        - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
  }
}
