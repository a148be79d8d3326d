package org.localityvoice.benchmark;

import java.util.List;

final class Benchmark {
  public static void main(String[] arguments) throws Exception {
    System.out.println(Result.HEADING);
    for (var a : arguments) switch (a) {
      case "contract" -> System.out.println(ContractCost.measure(9).line());
      case "survey" -> { try (var rows = new SurveyRows()) { rows.measure(5).forEach(r -> System.out.println(r.line())); } System.exit(0); }
    }
  }
}
