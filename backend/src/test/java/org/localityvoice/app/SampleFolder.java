package org.localityvoice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.localityvoice.testing.Store;

/**
 * The data folder that a server leaves behind which has loaded the sample area and nothing else.
 * Loading takes longer than most tests do, so it is done once in each process; towns begin with a
 * copy, as a server does that is started again. Some tests still load it: those whose settings or
 * clock are their own, and those that use the store before the town does.
 */
final class SampleFolder {
  private static final String STORE = "store.mv";
  private static final Path FOLDER = loaded();

  private SampleFolder() {}

  private static Path loaded() {
    try {
      var folder = Files.createTempDirectory("sample");
      try (var town = Town.on(folder, Map.of())) {
        town.works();
      }
      for (var file : everythingIn(folder)) {
        file.toFile().deleteOnExit();
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets a store and a town's folder begin with the sample, if nobody has used the store yet. */
  static void copyTo(Store store, Path folder) {
    if (!store.beginsAs(FOLDER)) {
      return;
    }
    try {
      for (var from : everythingIn(FOLDER)) {
        var to = folder.resolve(FOLDER.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else if (!from.endsWith(STORE)) {
          Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> everythingIn(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.toList();
    }
  }
}
