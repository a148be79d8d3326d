package org.localityvoice.event.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import org.localityvoice.event.people.EventRules.Wording;
import org.localityvoice.http.Json;
import org.localityvoice.mongo.DerivedId;
import org.localityvoice.outbox.Outgoing;

/** The area's rules, as the last import brought them. */
final class Rules {
  /** The kind of effect that brings them. */
  static final String KIND = "event.people-rules";

  private final RulesStore store;

  Rules(RulesStore store) {
    this.store = store;
  }

  static Outgoing effect(JsonNode whole, String id) {
    return new Outgoing(id, KIND, Json.text(RulesReader.read(whole.path(RulesSection.PART))));
  }

  /** Takes the effect of an import. The texts come first: nobody consents to one that is lost. */
  Future<Void> apply(Outgoing effect) {
    var next = Json.value(effect.payload(), EventRules.class);
    var texts =
        next.wordings().stream()
            .flatMap(
                wording ->
                    wording.text().byLanguage().keySet().stream()
                        .map(language -> text(wording, language)))
            .toList();
    return store.add(texts).compose(added -> store.write(next));
  }

  Future<EventRules> now() {
    return store.read();
  }

  /** The text in one of its languages, as evidence. */
  static RulesStore.Text text(Wording wording, String language) {
    var text = wording.text().in(language);
    var id = DerivedId.of(wording.purpose(), wording.version(), language, text);
    return new RulesStore.Text(id, wording.purpose(), wording.version(), language, text);
  }
}
