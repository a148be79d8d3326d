package org.localityvoice.benchmark;

final class Benchmark {
  public static void main(String[] arguments) throws Exception {
    System.out.println(Result.HEADING);
    for (var a : arguments)
      switch (a) {
        case "contract" -> System.out.println(ContractCost.measure(5).line());
      }
  }
}
