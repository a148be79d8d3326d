package org.localityvoice.event.allocation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One write at a time for each allotment. Commands that come while one is under way are applied
 * together in the next, each with an answer of its own; so a crowd at the door costs few writes.
 */
final class Lanes {
  /** So many commands at most go into one write. */
  static final int MOST_TOGETHER = 256;

  /** So many may wait for one allotment; more are told at once to come again. */
  static final int MOST_WAITING = 5_000;

  private record Asked(Command command, CompletableFuture<Answer> answer) {}

  /** Writes commands; the answers are to the first of them, and at least to one. */
  interface Writer {
    Future<List<Answer>> write(String allotment, List<Command> commands);
  }

  private final Writer writer;

  /** Those who wait, by allotment; an allotment is here while a write is under way. */
  private final Map<String, Deque<Asked>> lanes = new HashMap<>();

  Lanes(Writer writer) {
    this.writer = writer;
  }

  /** Gets in line. The answer comes on the caller's own context. */
  Future<Answer> ask(String allotment, Command command) {
    var asked = new Asked(command, new CompletableFuture<>());
    boolean first;
    synchronized (lanes) {
      first = !lanes.containsKey(allotment);
      var lane = lanes.computeIfAbsent(allotment, id -> new ArrayDeque<>());
      if (lane.size() >= MOST_WAITING) {
        return Future.failedFuture(Allotments.busy());
      }
      lane.add(asked);
    }
    if (first) {
      next(allotment);
    }
    var context = Vertx.currentContext();
    return context == null
        ? Future.fromCompletionStage(asked.answer())
        : Future.fromCompletionStage(asked.answer(), context);
  }

  private void next(String allotment) {
    var group = take(allotment);
    if (!group.isEmpty()) {
      Future.<Void>succeededFuture()
          .compose(go -> writer.write(allotment, group.stream().map(Asked::command).toList()))
          .onComplete(
              answers -> {
                if (answers.succeeded()) {
                  putBack(allotment, group.subList(answers.result().size(), group.size()));
                }
                next(allotment);
                for (var i = 0; answers.succeeded() && i < answers.result().size(); i++) {
                  group.get(i).answer().complete(answers.result().get(i));
                }
                if (answers.failed()) {
                  group.forEach(one -> one.answer().completeExceptionally(answers.cause()));
                }
              });
    }
  }

  private List<Asked> take(String allotment) {
    synchronized (lanes) {
      var lane = lanes.getOrDefault(allotment, new ArrayDeque<>());
      if (lane.isEmpty()) {
        lanes.remove(allotment);
      }
      List<Asked> group = new ArrayList<>();
      while (!lane.isEmpty() && group.size() < MOST_TOGETHER) {
        group.add(lane.remove());
      }
      return group;
    }
  }

  /** Those for whom there was no room in the write are first in the next. */
  private void putBack(String allotment, List<Asked> rest) {
    synchronized (lanes) {
      var lane = lanes.getOrDefault(allotment, new ArrayDeque<>());
      for (var i = rest.size() - 1; i >= 0; i--) {
        lane.addFirst(rest.get(i));
      }
    }
  }
}
