package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up residents of Newport as the sample area counts them, of whom the young answer seldom and
 * feel unsafe, and the old answer often and feel safe.
 *
 * @param safer by how much each feels safer than at first, 0 to 1
 */
record Residents(Random random, double safer) {
  /** Women and men of a band in the sample area, how many of it answer, and how many feel safe. */
  record Band(String id, int women, int men, double answer, double safe) {}

  /** One who answered. */
  record Answer(String ageBand, String sex, boolean safe) {}

  private static final List<Band> BANDS =
      List.of(
          new Band("16-24", 720, 790, 0.20, 0.25),
          new Band("25-34", 760, 870, 0.25, 0.35),
          new Band("35-49", 905, 1_015, 0.45, 0.50),
          new Band("50-64", 690, 735, 0.70, 0.65),
          new Band("65-plus", 560, 475, 0.90, 0.80));

  private static int adults() {
    return BANDS.stream().mapToInt(band -> band.women() + band.men()).sum();
  }

  /** The share of all adults who feel safe, which a survey wants to know. */
  double truth() {
    var sum = 0.0;
    for (var band : BANDS) {
      sum += (band.women() + band.men()) * (band.safe() + safer);
    }
    return sum / adults();
  }

  /** So many who answer, anybody being asked. */
  List<Answer> answering(int wanted) {
    var answers = new ArrayList<Answer>();
    while (answers.size() < wanted) {
      var person = random.nextInt(adults());
      var band = 0;
      while (person >= BANDS.get(band).women() + BANDS.get(band).men()) {
        person -= BANDS.get(band).women() + BANDS.get(band).men();
        band++;
      }
      var of = BANDS.get(band);
      if (random.nextDouble() < of.answer()) {
        var safe = random.nextDouble() < of.safe() + safer;
        answers.add(new Answer(of.id(), person < of.women() ? "female" : "male", safe));
      }
    }
    return answers;
  }

  static double raw(List<Answer> answers) {
    return answers.stream().filter(Answer::safe).count() / (double) answers.size();
  }

  /** Their answers as a wave, counted. */
  static MadeUpWave wave(String id, List<Answer> answers) {
    var wave = new MadeUpWave(id);
    for (var band : BANDS) {
      wave.adults(band.id(), band.women(), band.men());
      for (var sex : List.of("female", "male")) {
        var counts = new int[2];
        answers.stream()
            .filter(answer -> answer.ageBand().equals(band.id()) && answer.sex().equals(sex))
            .forEach(answer -> counts[answer.safe() ? 0 : 1]++);
        if (counts[0] + counts[1] > 0) {
          wave.answered(band.id(), sex, counts[0], counts[1], 0);
        }
      }
    }
    return wave;
  }

  /** What an answer says on a phone. */
  static Map<String, Object> sheet(Answer answer) {
    return Map.of("SAFE_DARK", answer.safe() ? "fairly-safe" : "very-unsafe");
  }
}
