package org.localityvoice.pmf;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes each statement to a file {@code <sequence>-<id>.json}, for installations without an
 * endpoint. A file is there whole or not at all, and stays after a power cut.
 */
final class FolderSink implements Sink {
  private final Vertx vertx;
  private final Path folder;

  FolderSink(Vertx vertx, Path folder) {
    this.vertx = vertx;
    this.folder = folder;
  }

  @Override
  public Future<Sent> send(Statement statement, Instant at) {
    var name = target(statement);
    return vertx
        .executeBlocking(() -> write(name, EventJson.pretty(EventJson.read(statement.event()))))
        .recover(
            failure ->
                Future.succeededFuture(
                    new Answer.Failure("not written: " + failure.getClass().getSimpleName())))
        .map(Sent::of);
  }

  @Override
  public String target(Statement statement) {
    return StatementPayload.sequence(statement.sequence()) + "-" + statement.id() + ".json";
  }

  private Answer write(String name, String text) throws IOException {
    Files.createDirectories(folder);
    var draft = folder.resolve(name + ".tmp");
    try (var file = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(draft, folder.resolve(name), ATOMIC_MOVE);
    forceFolder();
    return new Answer.Filed(name);
  }

  /** Makes the new name durable too, on systems where a folder can be opened. */
  private void forceFolder() {
    try (var opened = FileChannel.open(folder, READ)) {
      opened.force(true);
    } catch (IOException unsupported) {
      // Windows cannot open a folder, and needs no such thing.
    }
  }
}
