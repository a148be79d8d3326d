package org.localityvoice.survey;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;

/**
 * Answers in people's own words, and numbers and dates that are not counted in bands. They stay
 * with the response they came with, are in no cell, figure, statement or log, and leave the store
 * in this one way: for the neighbourhood manager of the locality, once the wave is closed, question
 * by question, without strata, language or mode, and in the order of the alphabet, so that nobody
 * can tell which two answers are of one person or when they came. Below ten answers there are none.
 * Who has read is written down first; where that fails nothing is handed out.
 */
final class WrittenAnswers {
  /** As for figures: fewer could lead back to people. */
  static final int FEWEST = 10;

  private static final int MOST_READ = 10_000;
  private static final Set<Role> READERS = Set.of(Role.NEIGHBOURHOOD_MANAGER);

  private final Waves waves;
  private final ResponseStore responses;
  private final ReadingStore readings;
  private final Supplier<String> ids;
  private final InstantSource clock;

  /**
   * The way.
   *
   * @param ids makes the ids of entries that say who has read
   */
  WrittenAnswers(
      Waves waves,
      ResponseStore responses,
      ReadingStore readings,
      Supplier<String> ids,
      InstantSource clock) {
    this.waves = waves;
    this.responses = responses;
    this.readings = readings;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A part of the answers to a question.
   *
   * @param withheld whether there are none or too few to show any
   * @param answers in the order of the alphabet
   * @param more whether there are further ones
   */
  record Page(boolean withheld, List<String> answers, boolean more) {
    Page {
      answers = List.copyOf(answers);
    }
  }

  /** Answers to a question of a closed wave, from one place in the alphabet on. */
  Future<Page> page(String waveId, String question, Caller caller, int skip, int limit) {
    return waves
        .wave(waveId)
        .compose(
            wave -> {
              caller.mustWorkIn(wave.locality());
              return waves
                  .published(wave.questionnaire())
                  .compose(form -> page(wave, form.questionnaire(), question, skip, limit))
                  .compose(page -> noted(page, wave, question, caller));
            });
  }

  /** The page, once it is written down for good that it is handed out. */
  private Future<Page> noted(Page page, Wave wave, String question, Caller caller) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var texts = page.answers().size();
    return readings
        .add(Reading.of(ids.get(), caller.signing(READERS), wave, question, now, texts))
        .map(done -> page);
  }

  private Future<Page> page(Wave wave, Questionnaire form, String question, int skip, int limit) {
    var isWritten =
        form.questions().stream()
            .anyMatch(one -> one.id().equals(question) && Choices.counted(one).isEmpty());
    if (!isWritten) {
      throw Problem.notFound();
    }
    if (wave.state().compareTo(WaveState.CLOSED) < 0) {
      throw Problem.conflict("written-answers-wait");
    }
    return responses
        .written(wave.id(), question, MOST_READ)
        .map(
            found ->
                found.size() < FEWEST
                    ? new Page(true, List.of(), false)
                    : new Page(
                        false,
                        found.stream()
                            .sorted(Comparator.naturalOrder())
                            .skip(skip)
                            .limit(limit)
                            .toList(),
                        found.size() > skip + limit));
  }
}
