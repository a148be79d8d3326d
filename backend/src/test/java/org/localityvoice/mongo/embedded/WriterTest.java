package org.localityvoice.mongo.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  private static final byte[] DOCUMENT = Bytes.encode(new Document("_id", 1));

  @TempDir Path folder;

  private final BlockingQueue<Document> answers = new LinkedBlockingQueue<>();

  private static Supplier<Document> put(StoreFile file, long position) {
    return () -> {
      file.documents("d.c").put(position, DOCUMENT);
      return new Document("ok", 1.0);
    };
  }

  private Document nextAnswer() throws InterruptedException {
    Document answer = answers.poll(30, TimeUnit.SECONDS);
    assertThat(answer).as("an answer").isNotNull();
    return answer;
  }

  @Test
  void what_waits_shares_one_commit() throws Exception {
    StoreFile file = StoreFile.open(folder, 1);
    Writer writer = new Writer(file, false, Writer.Answers.AFTER_COMMIT);
    for (long position = 1; position <= 50; position++) {
      writer.submit(put(file, position), answers::add);
    }
    long before = file.version();
    writer.start();
    for (int i = 0; i < 50; i++) {
      assertThat(nextAnswer()).containsEntry("ok", 1.0);
    }
    assertThat(file.version()).isBetween(before + 1, before + 5);
    writer.finish();
    file.close();
  }

  @Test
  void a_write_that_breaks_off_half_done_never_reaches_the_file() throws Exception {
    StoreFile file = StoreFile.open(folder, 1);
    Writer writer = new Writer(file, false, Writer.Answers.AFTER_COMMIT);
    writer.submit(put(file, 1), answers::add);
    writer.submit(
        () -> {
          file.documents("d.c").put(2L, DOCUMENT);
          throw new StackOverflowError("in the middle of a write");
        },
        answers::add);
    writer.start();
    assertThat(nextAnswer()).containsEntry("ok", 0.0);
    assertThat(nextAnswer()).containsEntry("ok", 0.0);
    assertThat(file.isOpen()).isFalse();
    writer.finish();
    file.close();

    StoreFile again = StoreFile.open(folder, 1);
    assertThat(again.documents("d.c").sizeAsLong()).isZero();
    again.close();
  }
}
