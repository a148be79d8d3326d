package org.localityvoice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.localityvoice.app.Settings.SignIn;
import org.localityvoice.http.HttpSettings;
import org.localityvoice.identity.firebase.FirebaseSettings;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.pmf.PmfSettings;
import org.localityvoice.survey.SealSettings;

/**
 * Reads the settings. The setting {@code pmf.endpoint} stands in the environment as {@code
 * PMF_ENDPOINT} or in a properties file; the environment wins.
 */
final class SettingsReader {
  static final Set<String> NAMES =
      Set.of(
          "environment",
          "http.host",
          "http.port",
          "http.instances",
          "http.max-body-bytes",
          "http.trusted-proxies",
          "management.host",
          "management.port",
          "data.folder",
          "mongodb.uri",
          "store.cache-mebibytes",
          "store.sync",
          "sample",
          "sample.events",
          "seal.key",
          "seal.key-file",
          "seal.folder",
          "time.zone",
          "identity.mode",
          "identity.local.key",
          "firebase.project-id",
          "firebase.credentials",
          "firebase.auth.emulator.host",
          "public.url",
          "pmf.endpoint",
          "pmf.secrets",
          "pmf.signing-key",
          "log.format",
          "log.level",
          "log.access",
          "shutdown.seconds");

  private static final int MOST_PORT = 65_535;
  private final Map<String, String> values;

  private SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The settings from the environment and, if there is one, a file.
   *
   * @throws StartFailure with one plain line for whatever is wrong
   */
  static Settings read(Map<String, String> environment, Optional<Path> file) {
    var values = file.map(SettingsReader::fromFile).orElseGet(java.util.HashMap::new);
    for (var name : NAMES) {
      var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
      Optional.ofNullable(environment.get(variable))
          .filter(value -> !value.isBlank())
          .ifPresent(value -> values.put(name, value.strip()));
    }
    try {
      return new SettingsReader(values).settings();
    } catch (IllegalArgumentException e) {
      throw new StartFailure("Bad configuration: " + e.getMessage());
    }
  }

  private static Map<String, String> fromFile(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new StartFailure("Bad configuration: the file " + file + " cannot be read.");
    }
    var unknown = new HashSet<>(properties.stringPropertyNames());
    unknown.removeAll(NAMES);
    if (!unknown.isEmpty()) {
      throw new StartFailure("Bad configuration: " + file + " has unknown settings " + unknown);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name).strip()));
  }

  private Settings settings() {
    var production = choice("environment", "evaluation", "production").equals("production");
    // Anybody may be anybody in evaluation, so it is for this machine alone unless told otherwise.
    var host = text("http.host").orElse(production ? "0.0.0.0" : "localhost");
    var port = number("http.port", 8080, 0, MOST_PORT);
    var folder = Path.of(text("data.folder").orElse("data"));
    return new Settings(
        production,
        new HttpSettings(
            host,
            port,
            number("http.max-body-bytes", 64 * 1024, 1024, 16 * 1024 * 1024),
            Arrays.stream(text("http.trusted-proxies").orElse("").split("[\\s,]+", -1))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet())),
        number("http.instances", Math.min(4, Runtime.getRuntime().availableProcessors()), 1, 64),
        new Settings.Management(
            text("management.host").orElse("127.0.0.1"),
            number("management.port", 8081, 0, MOST_PORT)),
        folder,
        text("mongodb.uri"),
        new EmbeddedOptions(
            number("store.cache-mebibytes", EmbeddedOptions.defaults().cacheMebibytes(), 1, 65_536),
            flag("store.sync", EmbeddedOptions.defaults().syncToDisk())),
        signIn(production),
        pmf(production, port, folder),
        flag("sample", !production),
        flag("sample.events", !production),
        seal(folder),
        zone(),
        new Settings.Logging(
            choice("log.format", "plain", "json").equals("json"),
            choice("log.level", production ? "info" : "warn", "error", "warn", "info", "debug"),
            flag("log.access", production)),
        Duration.ofSeconds(number("shutdown.seconds", 20, 0, 600)));
  }

  private SignIn signIn(boolean production) {
    if (choice("identity.mode", production ? "firebase" : "local", "firebase", "local")
        .equals("firebase")) {
      return new SignIn.Firebase(
          FirebaseSettings.of(
              text("firebase.project-id").orElse(""),
              text("firebase.credentials").map(Path::of),
              text("firebase.auth.emulator.host"),
              production));
    }
    if (production) {
      throw new IllegalArgumentException(
          "identity.mode=local lets anybody be anybody; it is refused with environment=production");
    }
    return new SignIn.Local(text("identity.local.key"));
  }

  private PmfSettings pmf(boolean production, int port, Path folder) {
    var pmf =
        PmfSettings.of(
            text("pmf.endpoint").orElse(""),
            text("pmf.secrets").orElse(""),
            text("pmf.signing-key").orElse(""),
            text("public.url").orElse("http://localhost:" + port),
            folder.resolve("pmf"));
    if (production && pmf.endpoint().filter(uri -> !uri.getScheme().equals("https")).isPresent()) {
      throw new IllegalArgumentException("pmf.endpoint must be https in production");
    }
    return pmf;
  }

  private Optional<SealSettings> seal(Path folder) {
    var at = text("seal.folder").map(Path::of).orElse(folder.resolve("wave-keys"));
    var key = text("seal.key");
    var file = text("seal.key-file").map(Path::of);
    if (key.isPresent() && file.isPresent()) {
      throw new IllegalArgumentException("give seal.key or seal.key-file, not both");
    }
    return key.or(() -> file.map(SettingsReader::keyIn)).map(text -> new SealSettings(text, at));
  }

  private static String keyIn(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("seal.key-file cannot be read: " + file, e);
    }
  }

  private ZoneId zone() {
    var name = text("time.zone").orElse("Europe/London");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("time.zone: there is no zone " + name);
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  private String choice(String name, String otherwise, String... more) {
    var value = text(name).orElse(otherwise);
    if (!value.equals(otherwise) && !Arrays.asList(more).contains(value)) {
      throw new IllegalArgumentException(name + " cannot be " + value);
    }
    return value;
  }

  private boolean flag(String name, boolean otherwise) {
    return choice(name, String.valueOf(otherwise), "true", "false").equals("true");
  }

  private int number(String name, int otherwise, int least, int most) {
    var value = text(name).orElse(String.valueOf(otherwise));
    try {
      var number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number out of bounds.
    }
    throw new IllegalArgumentException(
        name + " must be a whole number from " + least + " to " + most + ", not " + value);
  }
}
