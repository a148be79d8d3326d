package org.localityvoice.locality;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML or JSON text as a JSON tree that still knows the line of every field.
 *
 * @param tree what the text says
 * @param root the same with places; asked only for the lines of the few fields that have a fault
 */
record LinedTree(JsonNode tree, Node root) {
  private static final int MOST_REPEATS = 20_000;

  /**
   * Reads a text.
   *
   * @param faults takes what is wrong with it as YAML: bad syntax, names given twice, tags
   * @return empty when it cannot be read to its end
   */
  static Optional<LinedTree> read(String text, List<Fault> faults) {
    try {
      var root = compose(text);
      if (root == null) {
        faults.add(new Fault(1, "", "is empty"));
        return Optional.empty();
      }
      return Optional.of(new LinedTree(new NodeReader(faults).read(root), root));
    } catch (NodeReader.Unreadable e) {
      faults.add(e.fault());
    } catch (YAMLException e) {
      faults.add(YamlWords.fault(e, text));
    }
    return Optional.empty();
  }

  /**
   * Where in the text a field stands. Fields in a part that is repeated with {@code *name} have one
   * place, where the part is written out.
   *
   * @param node the field's value, or the nearest thing around it that is there
   * @param missing the steps from there to the field, for one that is not there
   * @param line where the field's name stands, or the nearest thing's
   */
  record Place(Node node, String missing, int line) {}

  /** The place of a field. */
  Place place(String pointer) {
    var line = lineOf(root);
    var here = root;
    for (var rest = JsonPointer.compile(pointer); !rest.matches(); rest = rest.tail()) {
      var entry = entry(here, rest.getMatchingProperty());
      var value = entry.map(NodeTuple::getValueNode).or(item(here, rest.getMatchingIndex()));
      if (value.isEmpty()) {
        return new Place(here, rest.toString(), line);
      }
      line = lineOf(entry.map(NodeTuple::getKeyNode).orElseGet(value::get));
      here = value.get();
    }
    return new Place(here, "", line);
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static @Nullable Node compose(String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(AreaFile.MOST_BYTES);
    options.setMaxAliasesForCollections(MOST_REPEATS);
    options.setNestingDepthLimit(NodeReader.DEEPEST);
    var yaml = text.stripLeading().startsWith("{") ? JsonText.asYaml(text) : text;
    var parser = new ParserImpl(new StreamReader(yaml), options);
    return new Composer(parser, new PlainScalars(), options).getSingleNode();
  }

  private static Optional<NodeTuple> entry(Node node, String name) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .filter(e -> e.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
            .findFirst()
        : Optional.empty();
  }

  private static Supplier<Optional<Node>> item(Node node, int index) {
    return () ->
        node instanceof SequenceNode sequence && index >= 0 && index < sequence.getValue().size()
            ? Optional.of(sequence.getValue().get(index))
            : Optional.empty();
  }
}
