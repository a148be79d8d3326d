package org.localityvoice.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour in the README, taken as it is written there, on the packaged program. */
class TourIT {
  private static final long SECONDS = 120;
  private static final Pattern SERVES = Pattern.compile("serves on http://localhost:(\\d+)");
  private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;
  private Process server;

  @BeforeEach
  void the_server_runs_as_in_the_first_terminal() throws IOException {
    Stream.of("sh", "curl").forEach(TourIT::need);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var jar = Path.of(System.getProperty("packaged.jar", "target/locality-voice.jar"));
    var builder = process("server.log", java, "-jar", jar.toAbsolutePath().toString());
    builder.environment().put("HTTP_PORT", "0");
    builder.environment().put("MANAGEMENT_PORT", "0");
    server = builder.start();
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (server.isAlive() && !SERVES.matcher(read("server.log")).find()) {
      assertThat(System.nanoTime()).as("the server takes too long").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @AfterEach
  void the_server_stops() throws InterruptedException {
    if (server != null) {
      server.destroy();
      if (!server.waitFor(SECONDS, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    }
  }

  @Test
  void the_tour_ends_with_the_statement_on_screen() throws Exception {
    Files.writeString(folder.resolve("tour.sh"), tour(port()));
    var tour = process("tour.log", "sh", "-e", "tour.sh").start();
    var ended = tour.waitFor(SECONDS, TimeUnit.SECONDS);
    tour.destroyForcibly();
    var screen = read("tour.log");
    assertThat(ended).as("the tour ended, after: %s", screen).isTrue();
    assertThat(tour.exitValue()).as(screen).isZero();

    // What the text around the commands promises.
    assertThat(screen)
        .contains("\"name\":\"North Ormesby\"", "Jak się tu żyje?", "\"uid\":\"ana\"")
        .containsOnlyOnce("} 201\n")
        .containsOnlyOnce("} 200\n")
        .contains("\"state\":\"said-done\"", "\"state\":\"disputed\"")
        .contains("\"pointer\":\"#/answers/SAFE_DARK\"", "problem:ballot-spent")
        .contains("\"destroyedAt\"", "problem:second-person-needed", "\"state\":\"published\"");
    assertThat(screen)
        .contains("{\"complete\":true,", "{\"against\":7,\"changes\":[{\"pointer\":\"/title/en\"")
        .contains("\n{\"id\":\"wave-core\",\"version\":8,\"published\":");
    assertThat(screen)
        .contains("\"verdict\":\"created\"", "\"verdict\":\"duplicate\"")
        .contains("\"linked\":true", "\"name\":\"Benefits check\"", "{\"contents\":[{")
        .contains("\"ourPart\":[{", "\"part\":\"you-said\"");
    assertThat(screen.lines().filter("{\"wave\":\"newport-2026-q4\"}"::equals)).hasSize(12);
    var statement = new ObjectMapper().readTree(screen.substring(screen.indexOf("\n{\n")));
    assertThat(statement.at("/subject").asText()).isEqualTo("newport/2026-Q4");
    assertThat(statement.at("/data/parts/0/provenance/approvedBy").asText())
        .isEqualTo("role:performance-officer");
    var dark = observation(statement, "PMF-SAFE-DARK");
    assertThat(dark.at("/estimate").asDouble()).isEqualTo(68.8);
    assertThat(dark.at("/ciLow").asDouble()).isEqualTo(39.4);
    assertThat(dark.at("/ciHigh").asDouble()).isEqualTo(88.2);
    assertThat(dark.at("/status").asText()).isEqualTo("LOW_RELIABILITY");
    assertThat(observation(statement, "PMF-BELONG").at("/estimate").isNull()).isTrue();
  }

  private static void need(String program) {
    var there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (!there) {
      System.err.println("The README's tour is not tested: there is no " + program + " here.");
      assertThat(System.getenv("CI")).as("CI needs " + program).isNotEqualTo("true");
    }
    assumeTrue(there, program + " is missing");
  }

  private ProcessBuilder process(String log, String... command) {
    return new ProcessBuilder(List.of(command))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(log).toFile());
  }

  private String port() {
    var console = read("server.log");
    var found = SERVES.matcher(console);
    assertThat(found.find()).as(console).isTrue();
    return found.group(1);
  }

  private static String tour(String port) throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var commands = commands(readme, "A five-minute tour") + commands(readme, "Questionnaires");
    assertThat(commands).contains("http://localhost:8080");
    return commands.replace("http://localhost:8080", "http://localhost:" + port);
  }

  private static String commands(String readme, String heading) {
    var section = readme.split("\n## " + heading + "\n", -1)[1].split("\n## ", -1)[0];
    return BLOCK
        .matcher(section)
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining());
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name), UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode observation(JsonNode statement, String measure) {
    for (var observation : statement.at("/data/observations")) {
      if (observation.get("measureId").asText().equals(measure)) {
        return observation;
      }
    }
    throw new AssertionError("no " + measure);
  }
}
