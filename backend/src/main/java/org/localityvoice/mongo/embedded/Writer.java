package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that changes the file. It takes all writes that wait, carries them out, commits
 * once, and only then lets their answers go; what arrives meanwhile shares the next commit. When
 * there is nothing to write it tidies the file.
 */
final class Writer implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
  private static final int MOST_WRITES_TO_A_COMMIT = 256;
  private static final int COMMITS_BETWEEN_LOOKS_AT_WASTE = 32;
  private static final int MOST_STEPS_TO_TIDY = 64;
  private static final int MILLIS_UNTIL_IDLE = 200;
  private static final long NANOS_BETWEEN_SYNCS = TimeUnit.SECONDS.toNanos(1);

  /** When answers leave. Only {@link #AFTER_COMMIT} keeps the store's promise. */
  enum Answers {
    AFTER_COMMIT,
    /** For the control of the crash test: shows that the test would see a loss. */
    BEFORE_COMMIT
  }

  private record Write(Supplier<Document> work, Consumer<Document> answer) {}

  private record Done(Document document, Consumer<Document> answer) {}

  private final BlockingQueue<Write> waiting = new LinkedBlockingQueue<>();
  private final StoreFile file;
  private final boolean syncToDisk;
  private final Answers answers;
  private final Thread thread = new Thread(this, "store-writer");
  private volatile boolean closing;
  private boolean unsynced;
  private int stepsToTidy = MOST_STEPS_TO_TIDY;
  private long lastSync = System.nanoTime();
  private int commits;

  Writer(StoreFile file, boolean syncToDisk, Answers answers) {
    this.file = file;
    this.syncToDisk = syncToDisk;
    this.answers = answers;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Carries out a write soon, and answers when it is in the file. */
  void submit(Supplier<Document> work, Consumer<Document> answer) {
    waiting.add(new Write(work, answer));
  }

  /** Carries out what waits and ends; to be called when nothing more is submitted. */
  void finish() {
    closing = true;
    submit(Document::new, nobody -> {});
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    while (!closing || !waiting.isEmpty()) {
      try {
        Write first = waiting.poll(MILLIS_UNTIL_IDLE, TimeUnit.MILLISECONDS);
        if (first == null) {
          tidy();
        } else {
          writeAll(first);
        }
      } catch (InterruptedException e) {
        LOG.warn("The writing thread is not to be interrupted; it goes on.");
      } catch (RuntimeException e) {
        LOG.error("The store could not be tidied.", e);
      }
    }
  }

  private void writeAll(Write first) {
    List<Done> done = new ArrayList<>();
    Write next = first;
    try {
      for (; next != null; next = next(done.size())) {
        Document document = next.work.get();
        if (answers == Answers.BEFORE_COMMIT) {
          next.answer.accept(document);
        } else {
          done.add(new Done(document, next.answer));
        }
      }
    } catch (Error e) {
      // A write may be half done. What is in the file is whole, so nothing more goes there.
      LOG.error("The store stops; it will be whole again after a restart.", e);
      file.abandon();
      done.add(new Done(Failures.notStored(), next.answer));
    }
    if (answers == Answers.BEFORE_COMMIT && ++commits % COMMITS_BETWEEN_LOOKS_AT_WASTE != 0) {
      return;
    }
    boolean safe = commit();
    done.forEach(each -> each.answer.accept(safe ? each.document : Failures.notStored()));
    if (!safe) {
      return;
    }
    if (unsynced && System.nanoTime() - lastSync > NANOS_BETWEEN_SYNCS) {
      sync();
    }
    if (++commits % COMMITS_BETWEEN_LOOKS_AT_WASTE == 0 && file.isUntidy()) {
      file.tidy();
    }
  }

  private @Nullable Write next(int taken) {
    return taken < MOST_WRITES_TO_A_COMMIT ? waiting.poll() : null;
  }

  private boolean commit() {
    try {
      if (!file.isOpen()) {
        return false;
      }
      file.commit();
      unsynced = true;
      if (syncToDisk) {
        sync();
      }
      // Writing pays for tidying, so that a store at rest comes to rest.
      stepsToTidy = Math.min(MOST_STEPS_TO_TIDY, stepsToTidy + 1);
      return true;
    } catch (RuntimeException e) {
      LOG.error("The store's file could not be written.", e);
      return false;
    }
  }

  private void sync() {
    file.sync();
    unsynced = false;
    lastSync = System.nanoTime();
  }

  /** A little at a time, while nobody waits. */
  private void tidy() {
    if (unsynced) {
      sync();
    }
    while (stepsToTidy > 0 && waiting.isEmpty() && file.isUntidy()) {
      file.tidy();
      sync();
      stepsToTidy--;
    }
  }
}
