package org.localityvoice.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.localityvoice.locality.PlainText;
import org.localityvoice.media.Rectangle;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Bodies of the contract, with Optionals for what may be left out. */
final class Bodies {
  private Bodies() {}

  /** What must say something. */
  private static String said(String place, String words) {
    var plain = PlainText.of(words);
    if (plain.isEmpty()) {
      throw Problem.invalid(List.of(Violation.at(place, "blank")));
    }
    return plain;
  }

  record NewVerdict(
      Optional<Long> question, String verdict, Optional<String> reason, Optional<String> photo) {
    VerdictDecision.Given given() {
      return new VerdictDecision.Given(
          question,
          Verdict.of(verdict).orElseThrow(),
          reason.map(PlainText::of).filter(text -> !text.isEmpty()),
          photo);
    }
  }

  record NewComment(String text, Optional<String> visibility) {
    String words() {
      return said("/text", text);
    }

    boolean open() {
      return visibility.filter("public"::equals).isPresent();
    }
  }

  record RefusalBody(String reason, String decidedBy, String instead) {
    Refusal refusal() {
      return new Refusal(
          Refusal.Reason.valueOf(reason.toUpperCase(Locale.ROOT).replace('-', '_')),
          said("/refusal/decidedBy", decidedBy),
          said("/refusal/instead", instead));
    }
  }

  record NewMove(
      String move,
      Optional<String> note,
      Optional<Instant> expectedBy,
      Optional<RefusalBody> refusal,
      Optional<String> into) {
    Lifecycle.Wanted wanted() {
      return new Lifecycle.Wanted(
          Move.of(move).orElseThrow(),
          note.map(PlainText::of).filter(text -> !text.isEmpty()),
          expectedBy.map(by -> by.truncatedTo(ChronoUnit.MILLIS)),
          refusal.map(RefusalBody::refusal),
          into);
    }
  }

  record NewAssignment(String owner, Optional<String> note) {}

  record NewPriority(String priority) {}

  record Part(double left, double top, double width, double height) {
    /** Whether any of it lies in the photo. */
    boolean inside() {
      return left < 1 && top < 1;
    }

    Rectangle rectangle() {
      return new Rectangle(left, top, width, height);
    }
  }

  record PhotoDecision(String photo, String decision, Optional<List<Part>> blackedOut) {
    PhotoService.Decided decided() {
      return new PhotoService.Decided(
          photo,
          decision.equals("published"),
          blackedOut.orElse(List.of()).stream().map(Part::rectangle).toList());
    }
  }

  record NewReportPhotos(List<String> photos) {}

  record NewPublication(
      Optional<Boolean> listed,
      Optional<String> text,
      Optional<String> publicText,
      Optional<List<PhotoDecision>> photos,
      Optional<Long> comment) {
    ModerationDecision.Wanted wanted() {
      return new ModerationDecision.Wanted(
          listed,
          text.map(word -> Publication.Moderated.valueOf(word.toUpperCase(Locale.ROOT))),
          publicText.map(PlainText::of).filter(words -> !words.isEmpty()),
          comment);
    }

    List<PhotoService.Decided> decisions() {
      var faults = faults(photos.orElse(List.of()));
      if (!faults.isEmpty()) {
        throw Problem.invalid(faults);
      }
      return photos.orElse(List.of()).stream().map(PhotoDecision::decided).toList();
    }

    /** Of two decisions about one photo, one would count and the other be lost. */
    private static List<Violation> faults(List<PhotoDecision> decisions) {
      var faults = new ArrayList<Violation>();
      var seen = new HashSet<String>();
      for (var i = 0; i < decisions.size(); i++) {
        var place = "/photos/" + i;
        if (!seen.add(decisions.get(i).photo())) {
          faults.add(Violation.at(place + "/photo", "decided-twice"));
        }
        var parts = decisions.get(i).blackedOut().orElse(List.of());
        for (var j = 0; j < parts.size(); j++) {
          if (!parts.get(j).inside()) {
            faults.add(Violation.at(place + "/blackedOut/" + j, "outside-photo"));
          }
        }
      }
      return faults;
    }
  }
}
