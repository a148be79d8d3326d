package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

/** Answers that say what went wrong, with MongoDB's codes. */
final class Failures {
  private Failures() {}

  static Document of(MongoServerException failure) {
    Document answer =
        new Document("ok", 0.0).append("errmsg", failure.getMessageWithoutErrorCode());
    if (failure instanceof MongoServerError error) {
      answer.append("code", error.getCode()).putIfNotNull("codeName", error.getCodeName());
    }
    return answer;
  }

  static Document internal() {
    return failure(1, "InternalError", "the store could not carry out the command");
  }

  static Document notStored() {
    return failure(1, "InternalError", "the store's file could not be written");
  }

  static Document closing() {
    return failure(91, "ShutdownInProgress", "the store is closing");
  }

  private static Document failure(int code, String name, String message) {
    return new Document("ok", 0.0)
        .append("errmsg", message)
        .append("code", code)
        .append("codeName", name);
  }
}
