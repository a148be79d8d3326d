package org.localityvoice.survey.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.survey.Questionnaire;
import org.localityvoice.survey.Questionnaires;

/** Drafts and versions as the contract shows them. */
final class DraftViews {
  private DraftViews() {}

  record Listed(String id, Optional<Integer> version, boolean draft) {}

  record ListView(List<Listed> questionnaires) {}

  record DraftView(
      String id, long version, Instant changedAt, String changedBy, JsonNode content) {}

  record Published(Instant at, String by, List<String> boundaries) {}

  record VersionView(String id, int version, Optional<Published> published, JsonNode content) {}

  record Missing(String pointer, String language) {}

  record Flaw(String pointer, String detail) {}

  record Completeness(boolean complete, List<Missing> missing, List<Flaw> faults) {}

  record DifferenceView(
      Optional<Integer> against, List<Difference.Change> changes, List<Series.Assignment> series) {}

  static DraftView draft(Draft draft) {
    return new DraftView(
        draft.id(),
        draft.version(),
        draft.changedAt(),
        draft.changedBy(),
        Questionnaires.content(draft.form()));
  }

  static VersionView version(Questionnaire form) {
    return new VersionView(
        form.name(),
        form.version(),
        Optional.ofNullable(form.publication())
            .map(how -> new Published(how.at(), how.role(), how.boundaries())),
        Questionnaires.content(form));
  }
}
