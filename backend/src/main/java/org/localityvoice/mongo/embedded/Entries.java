package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an index holds for one document: the joined bytes of its fields' values, once for each
 * element where a field is an array.
 *
 * @param irregular positions of the fields that have several values, or one whose bytes do not sort
 *     as the value does
 * @param present whether the document has any of the fields
 */
record Entries(Set<Key> keys, Set<Integer> irregular, boolean present) {

  static Entries of(Document document, List<Field> fields) {
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(Key.EMPTY);
    Set<Integer> irregular = new TreeSet<>();
    boolean present = false;
    List<String> arrays = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      Field field = fields.get(at);
      Values values = new Values();
      values.collect(document, field.fragments(), 0);
      if (values.array || !values.ordered) {
        irregular.add(at);
      }
      present |= values.present;
      if (values.array) {
        arrays.add(field.fragments().get(0));
      }
      Set<Key> longer = new LinkedHashSet<>();
      for (Key key : keys) {
        for (Key value : values.bytes) {
          longer.add(key.then(field.directed(value)));
        }
      }
      keys = longer;
    }
    if (arrays.stream().distinct().count() > 1) {
      throw new CannotIndexParallelArraysError(arrays);
    }
    return new Entries(keys, irregular, present);
  }

  /** Where a document stands in an order: an array stands where its first element does. */
  static Key sortKey(Document document, List<Field> order) {
    Key key = Key.EMPTY;
    for (Field field : order) {
      Values values = new Values();
      values.collect(document, field.fragments(), 0);
      Key first =
          values.bytes.stream().map(field::directed).min(Comparator.naturalOrder()).orElseThrow();
      key = key.then(first);
    }
    return key;
  }

  /** One indexed path. */
  record Field(String path, List<String> fragments, boolean ascending) {
    static Field of(String path, boolean ascending) {
      return new Field(path, List.of(path.split("\\.", -1)), ascending);
    }

    static Field of(IndexKey key) {
      return of(key.getKey(), key.isAscending());
    }

    /** Whether a part of the path may mean a place in an array; such an index serves no query. */
    boolean isPositional() {
      return fragments.stream().anyMatch(f -> f.chars().allMatch(Character::isDigit));
    }

    Key directed(Key value) {
      return ascending ? value : value.inverted();
    }

    Interval directed(Interval interval) {
      return ascending ? interval : interval.inverted();
    }
  }

  private static final class Values {
    final List<Key> bytes = new ArrayList<>(1);
    boolean array;
    boolean ordered = true;
    boolean present;

    void collect(Object value, List<String> path, int at) {
      if (value instanceof Collection<?> elements) {
        array = true;
        present |= at == path.size();
        if (elements.isEmpty()) {
          bytes.add(at == path.size() ? Keys.EMPTY_ARRAY : Keys.NULL);
        }
        for (Object element : elements) {
          collect(element == null ? Missing.getInstance() : element, path, at);
        }
      } else if (at == path.size()) {
        present |= !(value instanceof Missing);
        ordered &= Keys.isOrdered(value);
        bytes.add(Keys.of(value));
      } else if (value instanceof Document document) {
        Object next = document.getOrMissing(path.get(at));
        // A stored null is there, unlike a missing field: it counts for sparse indexes.
        present |= next == null && at == path.size() - 1;
        collect(next == null ? Missing.getInstance() : next, path, at + 1);
      } else {
        bytes.add(Keys.NULL);
      }
    }
  }
}
