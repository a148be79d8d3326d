package org.localityvoice.report.open311;

import java.util.Optional;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.report.SystemReports;

/**
 * What a form says has become of a request.
 *
 * @param updateId the client's own number of the update
 * @param word the status, as {@link StatusWords} has it
 * @param duplicateOf the request that goes on
 */
record UpdateForm(String updateId, String word, String description, Optional<String> duplicateOf) {
  private static final int LONGEST_ID = 200;

  /** Reads it; what is wrong is left with the fields. */
  static UpdateForm of(Fields fields) {
    var updateId = fields.needed("update_id", LONGEST_ID);
    var at = fields.needed("updated_datetime", LONGEST_ID);
    if (!at.isEmpty() && W3cDate.read(at).isEmpty()) {
      fields.fault("updated_datetime", "w3c-date");
    }
    var status = fields.needed("status", LONGEST_ID);
    var word = StatusWords.read(status);
    if (!status.isEmpty() && word.isEmpty()) {
      fields.fault("status", "unknown-status");
    }
    return new UpdateForm(
        updateId,
        word.orElse(""),
        fields.needed("description", RequestForm.LONGEST_DESCRIPTION),
        fields.text("duplicate_of", LONGEST_ID));
  }

  /** By which a retry is known, and another update under the same number. */
  SystemReports.Once once(Client client) {
    return new SystemReports.Once(
        client.updateId(updateId), DerivedId.of(word, description, duplicateOf.orElse("")));
  }
}
