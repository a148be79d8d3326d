package org.localityvoice.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that every command shares, and the settings it leads to. */
final class SettingsOption {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A properties file with settings; the environment wins over it.")
  private @Nullable Path file;

  Settings read() {
    var settings = SettingsReader.read(System.getenv(), Optional.ofNullable(file));
    LogSetup.apply(settings.logging());
    return settings;
  }
}
