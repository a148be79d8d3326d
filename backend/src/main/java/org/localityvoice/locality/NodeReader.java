package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.localityvoice.problem.Violation;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns the nodes of a YAML text into a JSON tree, once; what JSON does not know is a fault. */
final class NodeReader {
  static final int DEEPEST = 40;
  private static final int MOST_NODES = 1_000_000;
  private static final Set<String> ONE_LINE = Set.of("name", "title", "credit", "source");
  private static final Set<String> CONDITIONS = Set.of("showIf", "requiredIf");
  private static final Pattern NOT_NOUGHT = Pattern.compile("^[^eE]*[1-9]");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<Fault> faults;
  private final Deque<String> path = new ArrayDeque<>();
  private int count;

  NodeReader(List<Fault> faults) {
    this.faults = faults;
  }

  /**
   * Reads a node with all that is in it.
   *
   * @throws Unreadable when it is too much
   */
  JsonNode read(Node node) {
    // Repeated parts count each time, so that a few lines cannot unfold into gigabytes.
    if (++count > MOST_NODES || path.size() > DEEPEST) {
      throw new Unreadable(fault(node, "unfolds into too much, or is nested too deep"));
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping);
    }
    return node instanceof SequenceNode list ? array(list) : scalar((ScalarNode) node);
  }

  private JsonNode object(MappingNode mapping) {
    untagged(mapping, Tag.MAP);
    var object = NODES.objectNode();
    for (var entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        path.addLast(key.getValue());
        plain(key, OddCharacters.ONE_LINE);
        if (object.has(key.getValue())) {
          faults.add(fault(key, "is given twice"));
        } else {
          object.set(key.getValue(), read(entry.getValueNode()));
        }
        path.removeLast();
      } else {
        faults.add(fault(entry.getKeyNode(), "has a name that is not a plain word"));
      }
    }
    return object;
  }

  private JsonNode array(SequenceNode list) {
    untagged(list, Tag.SEQ);
    var array = NODES.arrayNode();
    for (var item : list.getValue()) {
      path.addLast(String.valueOf(array.size()));
      array.add(read(item));
      path.removeLast();
    }
    return array;
  }

  private JsonNode scalar(ScalarNode node) {
    var text = node.getValue();
    var tag = node.getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(node, tag.equals(Tag.INT));
    } else if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(text.equals("true"));
    } else if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    untagged(node, Tag.STR);
    plain(node, allowed());
    return NODES.textNode(text);
  }

  private String allowed() {
    if (path.stream().anyMatch(ONE_LINE::contains)) {
      return OddCharacters.ONE_LINE;
    }
    return path.stream().anyMatch(CONDITIONS::contains)
        ? OddCharacters.BETWEEN
        : OddCharacters.LINES;
  }

  private void plain(ScalarNode node, String allowed) {
    OddCharacters.first(node.getValue(), allowed)
        .ifPresent(
            found ->
                faults.add(
                    fault(
                        node,
                        "holds the character %s as its character %d, which cannot stand there"
                            .formatted(found.point(), found.position()))));
  }

  private JsonNode number(ScalarNode node, boolean whole) {
    try {
      if (whole) {
        return NODES.numberNode(Long.parseLong(node.getValue()));
      }
      var value = Double.parseDouble(node.getValue());
      // What is not nought must not become it.
      if (Double.isFinite(value) && (value != 0 || !NOT_NOUGHT.matcher(node.getValue()).find())) {
        return NODES.numberNode(value);
      }
    } catch (NumberFormatException e) {
      // Said below, as for numbers too large.
    }
    faults.add(fault(node, "is not a number that can be read"));
    return NODES.textNode(node.getValue());
  }

  private void untagged(Node node, Tag expected) {
    if (!node.getTag().equals(expected)) {
      faults.add(fault(node, "has a tag (a word after !); tags are not read"));
    }
  }

  private Fault fault(Node node, String message) {
    var pointer = new StringBuilder();
    path.forEach(step -> pointer.append(Violation.step(step)));
    return new Fault(LinedTree.lineOf(node), pointer.toString(), message);
  }

  /** Ends the reading early. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    Unreadable(Fault fault) {
      super(fault.message(), null, false, false);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }
}
