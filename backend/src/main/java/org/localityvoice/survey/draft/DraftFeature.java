package org.localityvoice.survey.draft;

import java.time.InstantSource;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.survey.Questionnaires;

/** Puts the parts of this package together. */
public final class DraftFeature {
  private final DraftService drafts;
  private final DraftOperations operations;

  /** The feature. */
  public DraftFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Questionnaires questionnaires,
      Areas areas,
      InstantSource clock,
      Messages messages) {
    var store = new DraftStore(mongo, compareAndSet);
    drafts = new DraftService(store, clock);
    var publishing = new PublishingService(drafts, questionnaires, areas, clock);
    operations = new DraftOperations(drafts, publishing, store, questionnaires, messages);
  }

  /** The way in for whoever brings drafts from elsewhere. */
  public DraftService drafts() {
    return drafts;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    operations.addTo(api);
  }
}
