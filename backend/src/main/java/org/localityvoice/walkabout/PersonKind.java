package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.localityvoice.locality.PlainText;
import org.localityvoice.walkabout.Verdict.Kind;

/** Passes notes about people on to the restricted side. Nothing of them stays here. */
public final class PersonKind implements BatchKind {
  private final RestrictedNotes notes;

  /** Those that go there. */
  public PersonKind(RestrictedNotes notes) {
    this.notes = notes;
  }

  @Override
  public Map<String, String> schemas() {
    return Map.of("person", "WalkaboutPersonItem");
  }

  @Override
  public List<String> removable() {
    return List.of();
  }

  @Override
  public Future<List<Verdict>> take(Walkabout walkabout, List<BatchItem> items, Sender sender) {
    var verdicts = Future.<List<Verdict>>succeededFuture(new ArrayList<>());
    for (var item : items) {
      verdicts =
          verdicts.compose(
              all ->
                  take(walkabout, item, sender)
                      .map(
                          verdict -> {
                            all.add(verdict);
                            return all;
                          }));
    }
    return verdicts;
  }

  private Future<Verdict> take(Walkabout walkabout, BatchItem item, Sender sender) {
    var text = PlainText.of(item.payload().path("text").asText());
    if (text.isEmpty()) {
      return Future.succeededFuture(Verdict.invalid("/payload/text", "blank"));
    }
    return notes
        .keep(
            new RestrictedNotes.Note(
                walkabout.id(),
                walkabout.localityId(),
                item.id(),
                sender.uid(),
                item.deviceTime(),
                text))
        .map(
            kept ->
                switch (kept) {
                  case NEW -> Verdict.of(Kind.CREATED);
                  case KNOWN -> Verdict.of(Kind.DUPLICATE);
                  case OTHER -> Verdict.of(Kind.CONTENT_MISMATCH);
                });
  }
}
