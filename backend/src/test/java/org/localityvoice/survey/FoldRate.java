package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.Wait;

/** How fast waiting answers are opened, shuffled, written and counted, for the benchmark. */
public final class FoldRate implements AutoCloseable {
  private static final List<String> BANDS = List.of("16-24", "25-34", "35-49", "50-64", "65-plus");
  private static final int GROUP = 128;

  private final Mongo mongo;
  private final Folding folding;
  private final Random random = new Random(3);
  private int waves;

  /** On a store. */
  public FoldRate(String mongodbUri) {
    mongo = Mongo.connect(mongodbUri);
    folding = new Folding(mongo);
    Wait.forResult(mongo.ready());
  }

  /** Counts so many answers of ten questions in batches of 500; answers a second. */
  public double rate(int answers) {
    var wave = "fold-rate-" + waves++;
    for (var done = 0; done < answers; done += GROUP) {
      var group = new ArrayList<Arrival>();
      for (var i = done; i < Math.min(answers, done + GROUP); i++) {
        group.add(Folding.arrival(wave + i, wave, BANDS.get(random.nextInt(BANDS.size())), random));
      }
      folding.arrive(group);
    }
    var begin = System.nanoTime();
    Wait.forResult(folding.folder().foldAll(wave, answers, 1));
    var seconds = (System.nanoTime() - begin) / 1e9;
    if (folding.counted(wave) != answers) {
      throw new IllegalStateException("not every answer was counted");
    }
    return answers / seconds;
  }

  @Override
  public void close() {
    mongo.close();
  }
}
