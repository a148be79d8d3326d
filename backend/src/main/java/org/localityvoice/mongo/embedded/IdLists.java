package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The lists of ids that a filter demands the document's id to be in. The matcher compares a
 * document with each element in turn, so a list of 500 ids would cost 250,000 comparisons; here an
 * id is looked up. Only texts: what is equal to them is the same text, and an id is never an array.
 *
 * @param lists the id must be in each of these
 * @param rest what else the filter demands
 */
record IdLists(List<Set<String>> lists, Document rest) {
  private static final int WORTH_IT = 8;

  static IdLists of(Document filter) {
    List<Set<String>> lists = new ArrayList<>();
    return new IdLists(lists, takeOut(filter, lists));
  }

  private static Document takeOut(Document filter, List<Set<String>> lists) {
    Document rest = new Document();
    filter.forEach(
        (path, condition) -> {
          if (path.equals("$and") && condition instanceof List<?> branches) {
            // An empty branch would be true, but the matcher takes no empty list of branches.
            rest.put(path, branches.stream().map(branch -> branch(branch, lists)).toList());
          } else if (path.equals("_id") && isList(condition)) {
            lists.add(texts((Document) condition));
          } else {
            rest.put(path, condition);
          }
        });
    return rest;
  }

  private static Object branch(Object branch, List<Set<String>> lists) {
    return branch instanceof Document filter ? takeOut(filter, lists) : branch;
  }

  private static boolean isList(Object condition) {
    return condition instanceof Document operators
        && operators.size() == 1
        && operators.get("$in") instanceof List<?> values
        && values.size() >= WORTH_IT
        && values.stream().allMatch(String.class::isInstance);
  }

  private static Set<String> texts(Document operators) {
    return ((List<?>) Objects.requireNonNull(operators.get("$in")))
        .stream().map(String.class::cast).collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether the document's id is in every list. */
  boolean admit(Document document) {
    Object id = document.get("_id");
    return lists.stream().allMatch(list -> id instanceof String text && list.contains(text));
  }
}
