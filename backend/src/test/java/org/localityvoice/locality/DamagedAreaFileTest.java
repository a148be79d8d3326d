package org.localityvoice.locality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.localityvoice.locality.AreaReading.Faulty;
import org.localityvoice.locality.AreaReading.Good;

/**
 * However the sample is damaged, reading it gives an area or faults with lines; it never throws.
 */
class DamagedAreaFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MARKS = "{}[],:&*#?|-<>=!%@\\\"'\n\t ~";
  private static final AreaFile FILES = new AreaFile(List.of());
  private static final JsonNode SAMPLE = ((Good) SampleArea.read(SampleArea.text())).whole();

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void a_damaged_tree_is_read_or_refused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int n) throws JsonProcessingException {
    var random = new Random(seed);
    var tree = SAMPLE.deepCopy();
    for (var i = 0; i < n; i++) {
      damage(tree, random);
    }

    readOrRefused(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree));
  }

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void a_damaged_text_is_read_or_refused(@ForAll long seed) {
    var random = new Random(seed);
    var text = new StringBuilder(SampleArea.text());
    var at = random.nextInt(text.length());
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(60)));
      case 1 -> text.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
      case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 200)));
      default -> text.setLength(at);
    }

    readOrRefused(text.toString());
  }

  private static void readOrRefused(String text) {
    var reading = FILES.read(text.getBytes(UTF_8));

    if (reading instanceof Faulty faulty) {
      var lines = text.lines().count() + 1;
      assertThat(faulty.faults()).isNotEmpty();
      assertThat(faulty.faults()).isSortedAccordingTo(Fault.BY_LINE);
      assertThat(faulty.faults())
          .allSatisfy(
              fault -> {
                assertThat(fault.line()).isBetween(1, (int) lines);
                assertThat(fault.message()).isNotBlank().doesNotContain("Exception", "$defs");
              });
    } else {
      assertThat(((Good) reading).area().localities()).isNotEmpty();
    }
  }

  private static void damage(JsonNode tree, Random random) {
    var containers = new ArrayList<JsonNode>();
    collect(tree, containers);
    var container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      var names = new ArrayList<String>();
      object.fieldNames().forEachRemaining(names::add);
      var name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(3)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name, other(tree, random));
        default -> object.set(name + "2", object.get(name));
      }
    } else if (container instanceof ArrayNode array) {
      var index = random.nextInt(array.size());
      switch (random.nextInt(3)) {
        case 0 -> array.remove(index);
        case 1 -> array.set(index, other(tree, random));
        default -> array.add(array.get(index).deepCopy());
      }
    }
  }

  private static JsonNode other(JsonNode tree, Random random) {
    var nodes = tree.findValues("id");
    return switch (random.nextInt(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.getNodeFactory().booleanNode(true);
      case 2 -> JSON.getNodeFactory().numberNode(random.nextLong());
      case 3 -> JSON.getNodeFactory().numberNode(random.nextGaussian());
      case 4 -> JSON.createObjectNode();
      case 5 -> JSON.createArrayNode();
      case 6 -> JSON.createArrayNode().add(-1.2).add(54.5);
      case 7 -> JSON.getNodeFactory().textNode("");
      default -> nodes.get(random.nextInt(nodes.size())).deepCopy();
    };
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
