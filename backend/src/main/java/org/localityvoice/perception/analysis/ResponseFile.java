package org.localityvoice.perception.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.localityvoice.estimate.Margins;
import org.localityvoice.estimate.Merge;
import org.localityvoice.perception.analysis.Tally.Answer;

/**
 * Responses in a CSV file: {@code wave}, one column for each dimension of the margins, {@code
 * answer}, and, where a row stands for several, {@code n}. Other columns are not looked at.
 */
final class ResponseFile {
  private static final String FILE = "responses";
  private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

  private final CsvTable table;
  private final Question question;
  private final int wave;
  private final int answer;
  private final int n;
  private final int[] dimensions;
  private final List<Map<String, String>> merged = new ArrayList<>();
  private final List<String> unused;
  private final AnswersSeen answers = new AnswersSeen();

  /**
   * Begins to read.
   *
   * @param margins before merging
   * @throws CsvFault where a column is missing
   */
  ResponseFile(Reader in, Margins margins, List<Merge> merges, Question question)
      throws IOException {
    table = new CsvTable(FILE, in);
    this.question = question;
    wave = table.column("wave");
    answer = table.column("answer");
    n = table.has("n") ? table.column("n") : -1;
    dimensions = margins.dimensions().stream().mapToInt(table::column).toArray();
    margins.dimensions().forEach(dimension -> merged.add(Merge.names(dimension, merges)));
    var others = new TreeSet<>(table.headings());
    others.removeAll(List.of("wave", "answer", "n"));
    others.removeAll(margins.dimensions());
    unused = List.copyOf(others);
  }

  /** Columns that nothing is read from. */
  List<String> unused() {
    return unused;
  }

  /** Which answers there were; complete once all rows are counted. */
  AnswersSeen answers() {
    return answers;
  }

  /**
   * Counts all rows.
   *
   * @throws CsvFault at the first row that is not as described
   */
  Tally count() throws IOException {
    var tally = new Tally();
    var categories = new ArrayList<String>();
    var any = false;
    while (table.next()) {
      any = true;
      categories.clear();
      for (var d = 0; d < dimensions.length; d++) {
        var category = table.filled(dimensions[d]);
        categories.add(merged.get(d).getOrDefault(category, category));
      }
      add(tally, categories);
    }
    if (!any) {
      throw new CsvFault(FILE, 0, "", "holds no response");
    }
    return tally;
  }

  private void add(Tally tally, List<String> categories) {
    try {
      var judged = question.judge(table.field(answer));
      answers.saw(table.field(answer), judged);
      if (!tally.add(table.filled(wave), categories, judged, number())) {
        throw table.fault(
            dimensions[0], "makes more than " + Tally.MOST_CELLS + " combinations of categories");
      }
    } catch (ArithmeticException e) {
      throw table.fault(n, "adds up to more responses than can be counted");
    }
  }

  private long number() {
    if (n < 0) {
      return 1;
    }
    var text = table.filled(n);
    if (!WHOLE.matcher(text).matches()) {
      throw table.fault(
          n, "must be a whole number from 0 to 999999999999999, not " + CsvFault.quoted(text));
    }
    return Long.parseLong(text);
  }

  /** Which answers count, and which are outside the base. */
  record Question(java.util.Set<String> positive, java.util.Set<String> missing) {
    /** An empty field is no answer. */
    Answer judge(String given) {
      if (given.isBlank() || missing.contains(given)) {
        return Answer.MISSING;
      }
      return positive.contains(given) ? Answer.POSITIVE : Answer.OTHER;
    }
  }
}
