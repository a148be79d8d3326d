package org.localityvoice.mongo.embedded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;

/** Documents and filters of few fields and few values, so that much collides. */
final class RandomQueries {
  static final List<String> FIELDS = List.of("a", "b", "c", "o.id", "o.n");
  private static final List<String> COMPARISONS = List.of("$gt", "$gte", "$lt", "$lte", "$eq");
  private final Random random;
  private final boolean arrays;

  RandomQueries(long seed, boolean arrays) {
    this.random = new Random(seed);
    this.arrays = arrays;
  }

  Document document(int id) {
    Document document = new Document("_id", id);
    for (String field : List.of("a", "b", "c")) {
      if (random.nextInt(5) > 0) {
        document.append(field, arrays && field.equals("c") ? several() : value());
      }
    }
    if (random.nextBoolean()) {
      document.append("o", arrays && random.nextBoolean() ? List.of(inner(), inner()) : inner());
    }
    return document;
  }

  private Document inner() {
    Document inner = new Document();
    if (random.nextInt(4) > 0) {
      inner.append("id", value());
    }
    return inner.append("n", random.nextInt(3));
  }

  private Object several() {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value());
    }
    return random.nextInt(4) == 0 ? value() : values;
  }

  Object value() {
    int small = random.nextInt(4);
    return switch (random.nextInt(9)) {
      case 0 -> null;
      case 1 -> (double) small + (random.nextBoolean() ? 0.5 : 0);
      case 2 -> (long) small - 2;
      case 3 -> "text" + small;
      case 4 -> List.of("", "te", "text\u0000", "tëxt").get(small);
      case 5 -> new UUID(small - 2, small);
      case 6 -> Date.from(Instant.ofEpochSecond(small - 2));
      case 7 -> random.nextBoolean();
      default -> small;
    };
  }

  Document filter() {
    Document filter = new Document();
    for (int i = random.nextInt(3); i >= 0; i--) {
      filter.append(FIELDS.get(random.nextInt(FIELDS.size())), condition());
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Document("$or", List.of(filter, new Document("a", condition())));
      case 1 -> new Document("$and", List.of(filter, new Document("a", condition())));
      default -> filter;
    };
  }

  private Object condition() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> value();
      case 2 -> new Document("$in", Arrays.asList(value(), value(), value()));
      case 3 -> new Document("$ne", value());
      case 4 -> new Document(COMPARISONS.get(random.nextInt(5)), present());
      default -> new Document("$gte", present()).append("$lt", present());
    };
  }

  /** What comparing with null means differs between servers and is of no use. */
  private Object present() {
    Object value = value();
    return value == null ? 1 : value;
  }

  Document order() {
    Document order = new Document();
    for (int i = random.nextInt(3); i >= 0; i--) {
      order.append(List.of("a", "b", "c").get(random.nextInt(3)), random.nextBoolean() ? 1 : -1);
    }
    return order;
  }

  /** An index on one to three fields. */
  Document index() {
    Document index = new Document();
    int fields = 1 + random.nextInt(3);
    while (index.size() < fields) {
      String field = FIELDS.get(random.nextInt(FIELDS.size()));
      boolean second = arrays && index.keySet().stream().anyMatch(RandomQueries::isArray);
      if (!second || !isArray(field)) {
        index.append(field, random.nextBoolean() ? 1 : -1);
      }
    }
    return index;
  }

  private static boolean isArray(String field) {
    return field.equals("c") || field.startsWith("o.");
  }

  boolean chance() {
    return random.nextBoolean();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
