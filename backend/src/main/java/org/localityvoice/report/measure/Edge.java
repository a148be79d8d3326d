package org.localityvoice.report.measure;

/** A number of a table on its way from one point to another; see {@link Circulation}. */
final class Edge {
  /** The group it belongs to. */
  final String row;

  /** What it counts. */
  final Sums.Part part;

  final int from;
  final int to;
  final int value;

  /** Whether others are parts of it. */
  final boolean sum;

  /** Whether it stays as it is, hidden or not. */
  final boolean fixed;

  boolean hidden;

  /** The smallest value that whoever sees the published numbers has to reckon with. */
  int lowest = 1;

  /** The greatest such value. */
  int highest = Integer.MAX_VALUE;

  Edge(String row, Sums.Part part, int from, int to, int value, boolean sum, boolean fixed) {
    this.row = row;
    this.part = part;
    this.from = from;
    this.to = to;
    this.value = value;
    this.sum = sum;
    this.fixed = fixed;
  }

  boolean touches(int point) {
    return from == point || to == point;
  }

  /** The point at the other end. */
  int across(int point) {
    return from == point ? to : from;
  }

  /** How far it may rise or fall, as far as it alone is concerned. */
  int room(boolean rising) {
    if (!hidden) {
      return 0;
    }
    return rising ? Math.max(0, highest - value) : Math.max(0, value - lowest);
  }
}
