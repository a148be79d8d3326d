package org.localityvoice.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import org.localityvoice.seal.KeyWrap;

/**
 * Keys of waves, each in a file of its own in one folder, encrypted under a master key that lies
 * elsewhere again. Blocks. Several instances share one folder.
 *
 * <p>Destroying a key is overwriting its file and deleting it. The master key outlives it: whoever
 * has that, and a copy of the file from before (a backup of this folder, a snapshot, blocks that a
 * flash drive or a copying file system has not reused), can still read the key. So this folder must
 * not be backed up; what is lost with it is that open waves take no more answers.
 */
final class KeyFiles {
  private static final String CHECK = "master.check";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final KeyWrap wrap;

  private KeyFiles(Path folder, KeyWrap wrap) {
    this.folder = folder;
    this.wrap = wrap;
  }

  /**
   * Opens the folder, and makes it where it is not there yet.
   *
   * @throws IllegalArgumentException with one plain line, when the folder's keys are under another
   *     master key, or the folder cannot be used
   */
  static KeyFiles open(SealSettings settings) {
    var folder = settings.folder();
    var files = new KeyFiles(folder, new KeyWrap(settings.master()));
    try {
      Files.createDirectories(folder);
      files.write(CHECK, files.wrap.seal(CHECK, CHECK));
      if (files.wrap.open(CHECK, Files.readString(folder.resolve(CHECK))).isEmpty()) {
        throw new IllegalArgumentException("seal.key does not fit the keys in " + folder);
      }
      return files;
    } catch (IOException e) {
      throw new IllegalArgumentException("seal.folder cannot be used: " + folder, e);
    }
  }

  /** Writes a key, unless there is one already. */
  void make(String wave, String name, String key) {
    try {
      write(file(wave, name), wrap.seal(file(wave, name), key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all, whoever else writes the same, and on disk before it returns. */
  private void write(String name, String text) throws IOException {
    var target = folder.resolve(name);
    if (Files.exists(target)) {
      return;
    }
    var draft = Files.createTempFile(folder, name, ".draft");
    try {
      overwrite(draft, text.getBytes(StandardCharsets.UTF_8));
      Files.createLink(target, draft);
      sync(folder);
    } catch (FileAlreadyExistsException e) {
      // Somebody was faster; theirs is the key.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A key; empty when it was destroyed, or never there. */
  Optional<String> read(String wave, String name) {
    try {
      var text = Files.readString(folder.resolve(file(wave, name)));
      return Optional.of(
          wrap.open(file(wave, name), text)
              .orElseThrow(
                  () -> new IllegalStateException("a key file of wave " + wave + " is damaged")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Overwrites a key and deletes it; nothing where it is gone already. */
  void destroy(String wave, String name) {
    var file = folder.resolve(file(wave, name));
    try {
      var noise = new byte[(int) Files.size(file)];
      RANDOM.nextBytes(noise);
      overwrite(file, noise);
      Files.deleteIfExists(file);
      sync(folder);
    } catch (NoSuchFileException e) {
      // Cut off after the deletion, or destroyed by another instance.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void overwrite(Path file, byte[] bytes) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String file(String wave, String name) {
    return BallotBox.digest(wave).substring(0, 32) + "." + name;
  }
}
