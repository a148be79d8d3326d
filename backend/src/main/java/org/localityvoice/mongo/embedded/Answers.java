package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Answers to write commands, put right where the inherited ones differ from MongoDB's. */
final class Answers {
  private Answers() {}

  /** The inherited answer to an insert counts what failed as inserted. */
  static Document counted(Document insert, Document answer) {
    List<Document> errors = documents(answer, "writeErrors");
    if (!errors.isEmpty()) {
      boolean ordered = !Boolean.FALSE.equals(insert.get("ordered"));
      answer.put(
          "n",
          ordered
              ? number(errors.get(0), "index")
              : documents(insert, "documents").size() - errors.size());
    }
    return answer;
  }

  /** One answer for updates that were carried out one by one. */
  static Document together(List<Document> answers) {
    int matched = 0;
    int modified = 0;
    List<Document> upserted = new ArrayList<>();
    List<Document> errors = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      matched += number(answers.get(i), "n");
      modified += number(answers.get(i), "nModified");
      addAt(i, documents(answers.get(i), "upserted"), upserted);
      addAt(i, documents(answers.get(i), "writeErrors"), errors);
    }
    Document answer = new Document("n", matched).append("nModified", modified);
    if (!upserted.isEmpty()) {
      answer.put("upserted", upserted);
    }
    if (!errors.isEmpty()) {
      answer.put("writeErrors", errors);
    }
    return answer.append("ok", 1.0);
  }

  private static void addAt(int index, List<Document> found, List<Document> all) {
    for (Document each : found) {
      each.put("index", index);
      all.add(each);
    }
  }

  /** The embedded documents under a key; none if it is absent. */
  static List<Document> documents(Document document, String key) {
    List<Document> result = new ArrayList<>();
    if (document.get(key) instanceof Iterable<?> several) {
      several.forEach(each -> result.add((Document) each));
    }
    return result;
  }

  private static int number(Document document, String key) {
    return document.get(key) instanceof Number number ? number.intValue() : 0;
  }
}
