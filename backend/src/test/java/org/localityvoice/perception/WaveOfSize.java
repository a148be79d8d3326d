package org.localityvoice.perception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.localityvoice.locality.Population;
import org.localityvoice.survey.Cell;
import org.localityvoice.survey.Waves.Results;

/** The counts of a wave with as many random responses as wanted, and the time its figures take. */
public final class WaveOfSize {
  private static final List<String> AGE_BANDS =
      List.of("16-24", "25-34", "35-49", "50-64", "65-plus");
  private static final List<String> SEXES = List.of("female", "male");

  private final Results results;

  /** Counts random answers to the questionnaire of another wave. */
  public WaveOfSize(Results template, int responses, Random random) {
    var cells = new ArrayList<Map<String, Map<String, Integer>>>();
    var sizes = new int[AGE_BANDS.size() * SEXES.size()];
    for (var i = 0; i < sizes.length; i++) {
      cells.add(new HashMap<>());
    }
    for (var i = 0; i < responses; i++) {
      var at = random.nextInt(sizes.length);
      sizes[at]++;
      for (var item : template.questionnaire().items()) {
        var option = item.options().get(random.nextInt(item.options().size()));
        cells
            .get(at)
            .computeIfAbsent(item.key(), fresh -> new HashMap<>())
            .merge(option.id(), 1, Integer::sum);
      }
    }
    var counted = new ArrayList<Cell>();
    for (var i = 0; i < sizes.length; i++) {
      counted.add(cell(template.wave().id(), i, sizes[i], cells.get(i)));
    }
    results =
        new Results(
            template.wave(),
            template.questionnaire(),
            counted,
            template.wardCode(),
            template.boundarySet(),
            template.population().map(WaveOfSize::large),
            template.languages(),
            template.cutShort());
  }

  /** A population that a million answers can come from. */
  private static Population large(Population population) {
    return new Population(
        population.source(),
        population.cells().stream()
            .map(cell -> new Population.Cell(cell.ageBand(), cell.sex(), 1_000 * cell.adults()))
            .toList());
  }

  private static Cell cell(String wave, int at, int n, Map<String, Map<String, Integer>> counts) {
    var ageBand = AGE_BANDS.get(at / SEXES.size());
    var sex = SEXES.get(at % SEXES.size());
    return new Cell(
        wave + "|" + ageBand + "|" + sex,
        wave,
        1,
        Map.of("ageBand", ageBand, "sex", sex),
        n,
        counts,
        Map.of("app", n),
        Map.of("en", n));
  }

  /** How long the figures take, in nanoseconds, as the mean of many times. */
  public double nanos(int times) {
    var observations = 0;
    var begin = System.nanoTime();
    for (var i = 0; i < times; i++) {
      var figured = Figuring.of(results, Optional.empty(), "", List.of());
      observations += figured.figures().observations().size();
    }
    var nanos = (System.nanoTime() - begin) / (double) times;
    if (observations == 0) {
      throw new IllegalStateException("no figures");
    }
    return nanos;
  }
}
