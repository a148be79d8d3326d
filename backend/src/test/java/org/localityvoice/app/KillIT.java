package org.localityvoice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.testing.Wait;

/** Acknowledged means kept: the packaged program under load, killed again and again. */
class KillIT {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 10);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 800;
  private static final int STARTS_EVERY = 5;
  private static final int LOOKED_AT = 5;
  private static final int LOOKED_AT_EVERY = 20;
  private static final int LONGEST_START_MILLIS = 2_000;
  private static final int REPEATED = 20;
  private static final int REPEATED_FAMILIES = 10;

  @TempDir Path folder;
  @TempDir Path archive;

  private final Random random = new Random(SEED);
  private final Crowd crowd = new Crowd();
  private final Phones phones = new Phones();
  private final Clubs clubs = new Clubs(phones);
  private final Moves moves = new Moves(phones);
  private final Seasons seasons = new Seasons(phones);
  private final Families families = new Families(phones, clubs);

  @Test
  void a_kill_at_any_moment_loses_nothing_that_was_acknowledged_and_doubles_nothing()
      throws Exception {
    firstStart();
    for (var round = 1; round <= ROUNDS; round++) {
      var where = "round %d of seed %d".formatted(round, SEED);
      answerAndKill(where);
      assertThat(crowd.surprises()).as(where).isEmpty();
      assertThat(phones.surprises()).as(where).isEmpty();
      // What is lost stays lost: over many rounds, looking now and then finds it as well.
      if (round <= LOOKED_AT || round % LOOKED_AT_EVERY == 0 || round == ROUNDS) {
        assertThat(Kept.<List<String>>in(folder, this::faults)).as(where).isEmpty();
      }
      if (round % STARTS_EVERY == 0) {
        killDuringStart();
      }
    }
    lastStart();
    var everybody = crowd.asked().size();
    System.out.printf(
        "KillIT: %d kills under load, %d answers, %s, %s and %s acknowledged, seed %d%n",
        ROUNDS, everybody, families.summary(), moves, seasons, SEED);
    assertThat(Packaged.run(folder, Map.of(), "check").code()).isZero();
    assertThat(Kept.<List<Integer>>in(folder, Kept::counts)).containsExactly(everybody, everybody);
    assertThat(
            Kept.<List<String>>in(
                folder, database -> KeptPlaces.faultsAtRest(database, families.all(), moves)))
        .isEmpty();
    assertThat(Kept.<List<String>>in(folder, database -> seasons.faults(database, true))).isEmpty();
    assertThat(Kept.<Boolean>in(folder, seasons::missesOne)).isTrue();
    assertThat(
            Kept.<List<String>>in(folder, database -> Losses.unnoticed(database, families.all())))
        .isEmpty();
    theComparisonFindsWhatIsMissing();
  }

  private List<String> faults(MongoDatabase database) {
    var faults = new ArrayList<>(Kept.faults(database, crowd));
    faults.addAll(KeptPlaces.faults(database, families.all(), moves));
    faults.addAll(seasons.faults(database, false));
    return faults;
  }

  /** Begins the folder, and notes the classes that later starts need, so that they are quicker. */
  private void firstStart() {
    var note = List.of("-XX:ArchiveClassesAtExit=" + archive.resolve("classes.jsa"));
    try (var server = Packaged.start(note, folder, Map.of())) {
      clubs.open(server.address());
      assertThat(phones.surprises()).isEmpty();
      server.terminate();
      server.ended();
    }
  }

  private Packaged start() {
    var options = List.of("-XX:SharedArchiveFile=" + archive.resolve("classes.jsa"));
    return Packaged.start(options, folder, Map.of());
  }

  private void answerAndKill(String where) {
    try (var server = start()) {
      crowd.returnTo(server.address(), REPEATED);
      families.returnTo(server.address(), REPEATED_FAMILIES);
      moves.goOn(server.address());
      seasons.goOn(server.address());
      assertThat(crowd.answered()).as(where).containsExactlyInAnyOrderElementsOf(crowd.asked());
      var before = crowd.answered().size();
      var clients = new ArrayList<>(crowd.arrive(server.address()));
      clients.addAll(families.arrive(server.address()));
      clients.addAll(moves.begin(server.address()));
      clients.addAll(seasons.begin(server.address()));
      Wait.until("a first answer, " + where, () -> crowd.answered().size() > before);
      pause(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS));
      assertThat(server.isAlive()).as(where).isTrue();
      server.kill();
      Phones.awaitAll(clients);
    }
  }

  /** Whatever a start does, being cut off in the midst of it must not matter either. */
  private void killDuringStart() {
    try (var server = start()) {
      pause(random.nextInt(LONGEST_START_MILLIS));
      server.kill();
    }
  }

  /** Everybody's answer is in, the wave is closed, and all of it counted. */
  private void lastStart() {
    try (var server = start()) {
      crowd.returnTo(server.address(), REPEATED);
      assertThat(crowd.surprises()).isEmpty();
      assertThat(crowd.answered()).containsExactlyInAnyOrderElementsOf(crowd.asked());
      families.returnTo(server.address(), REPEATED_FAMILIES);
      moves.goOn(server.address());
      seasons.goOn(server.address());
      families.finish(server.address());
      assertThat(phones.surprises()).isEmpty();
      crowd.closesTheWave(server.address());
      assertThat(crowd.surprises()).isEmpty();
      Wait.until(
          "all of it is counted", 120, () -> crowd.waveState(server.address()).equals("closed"));
      Wait.until("nothing waits", 60, () -> families.isAtRest(server.management()));
      server.terminate();
      var end = server.ended();
      assertThat(end.out()).as(end.toString()).contains("Stopped.");
    }
  }

  /** The control: the comparison above sees a lost answer, and {@code check} sees it too. */
  private void theComparisonFindsWhatIsMissing() throws Exception {
    var lost =
        Kept.<Long>in(
            folder,
            database -> {
              var responses = database.getCollection("responses");
              var one =
                  Wait.forResult(
                      Publishers.one(responses.find(Filters.eq("wave", Crowd.WAVE)).first()));
              return Wait.forResult(
                      Publishers.one(responses.deleteOne(Filters.eq("_id", one.get("_id")))))
                  .getDeletedCount();
            });
    assertThat(lost).isEqualTo(1);
    assertThat(Kept.<List<String>>in(folder, database -> Kept.lostAnswers(database, crowd)))
        .hasSize(1);
    var check = Packaged.run(folder, Map.of(), "check");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.err()).hasSize(1).allMatch(line -> line.contains("does not hold"));
  }

  /** Not waiting for anything: the moment of the kill is the point. */
  private static void pause(int millis) {
    var end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }
}
