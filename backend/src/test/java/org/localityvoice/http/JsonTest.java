package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  private record Sheet(Map<String, String> answers) {}

  @Test
  void equal_values_are_written_equally_whatever_the_order_of_their_maps() {
    assertThat(Json.text(new Sheet(map("a", "b", "c"))))
        .isEqualTo(Json.text(new Sheet(map("c", "b", "a"))))
        .isEqualTo("{\"answers\":{\"a\":\"A\",\"b\":\"B\",\"c\":\"C\"}}");
  }

  private static Map<String, String> map(String... keys) {
    var map = new LinkedHashMap<String, String>();
    List.of(keys).forEach(key -> map.put(key, key.toUpperCase(java.util.Locale.ROOT)));
    return map;
  }
}
