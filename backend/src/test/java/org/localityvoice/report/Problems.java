package org.localityvoice.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.localityvoice.app.Town;

/** Problems that people report in tests. */
public final class Problems {
  /** A place in the middle of Newport. */
  public static final double LATITUDE = 54.575;

  /** Of that place. */
  public static final double LONGITUDE = -1.25;

  private Problems() {}

  /** A new report of litter in Newport, as the contract wants it. */
  public static Map<String, Object> litter() {
    return of("litter", "Cans and paper all over the corner by the shop.");
  }

  /** A new report of any category without questions or stops. */
  public static Map<String, Object> of(String category, String text) {
    return new LinkedHashMap<>(
        Town.body(
            "id",
            UUID.randomUUID().toString(),
            "category",
            category,
            "point",
            Town.body("latitude", LATITUDE, "longitude", LONGITUDE),
            "text",
            text));
  }

  /** The same with something added or replaced. */
  public static Map<String, Object> with(Map<String, Object> report, String name, Object value) {
    var changed = new LinkedHashMap<>(report);
    changed.put(name, value);
    return changed;
  }

  /** A secret as a phone makes it up. */
  public static String secret(int seed) {
    var random = new Random(seed);
    var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return random
        .ints(43, 0, letters.length())
        .collect(
            StringBuilder::new,
            (text, at) -> text.append(letters.charAt(at)),
            StringBuilder::append)
        .toString();
  }

  /** Where a report is. */
  public static String path(Map<String, Object> report) {
    return "/v1/reports/" + report.get("id");
  }
}
