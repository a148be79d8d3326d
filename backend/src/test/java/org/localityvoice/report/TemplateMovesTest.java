package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localityvoice.http.Contract;

/** Ready-made replies can go with every move there is, and with no other. */
class TemplateMovesTest {
  private static final List<String> MOVES = Arrays.stream(Move.values()).map(Move::slug).toList();

  @Test
  void the_area_file_knows_the_moves() throws IOException {
    try (var in = Move.class.getResourceAsStream("/schemas/area-1.json")) {
      var schema = new ObjectMapper().readTree(in);
      assertThat(words(schema.at("/$defs/responseTemplate/properties/moves/items/enum")))
          .containsExactlyInAnyOrderElementsOf(MOVES);
    }
  }

  @Test
  void the_contract_knows_the_moves() {
    var document = Contract.load("local").document();
    assertThat(words(document.at("/components/schemas/TemplateMove/enum")))
        .containsExactlyInAnyOrderElementsOf(MOVES);
  }

  private static List<String> words(JsonNode list) {
    var words = new ArrayList<String>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
