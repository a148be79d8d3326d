package org.localityvoice.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.localityvoice.identity.Caller;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.Moderation;
import org.localityvoice.media.Photo;
import org.localityvoice.media.Photos;
import org.localityvoice.media.Rectangle;
import org.localityvoice.media.Rendition;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.problem.Violation;

/** The photos of reports: whose they are, who sees which picture, and what is blacked out. */
final class PhotoService {
  /** Has a photo shown to everybody as it is, where its category allows that at once. */
  static final String PUBLISH = "report.publish-photo";

  /** More photos than this nobody looks at. */
  static final int MOST = 50;

  private final Photos photos;
  private final ReportStore store;
  private final Changes changes;
  private final Desks desks;

  PhotoService(Photos photos, ReportStore store, Changes changes, Desks desks) {
    this.photos = photos;
    this.store = store;
    this.changes = changes;
    this.desks = desks;
  }

  /**
   * What is to become of a photo.
   *
   * @param publish false takes it away from the public
   * @param blackedOut parts that nobody but staff may see
   */
  record Decided(String photo, boolean publish, List<Rectangle> blackedOut) {
    Decided {
      blackedOut = List.copyOf(blackedOut);
    }
  }

  /** Takes the bytes of a photo that another system sends along; tells its id. */
  Future<String> put(Buffer bytes, String uploader) {
    return photos.put(bytes, Optional.of(uploader)).map(Photo::id);
  }

  /**
   * Says that photos belong to a report; refuses those that were not sent, or not by them.
   *
   * @param uploader who sent them, if they are known
   */
  Future<Void> claim(String report, List<String> sent, Optional<String> uploader) {
    var faults = new ArrayList<Violation>();
    var all = Future.<Void>succeededFuture();
    for (var i = 0; i < sent.size(); i++) {
      var place = "/photos/" + i;
      var photo = sent.get(i);
      all =
          all.compose(
              before ->
                  photos
                      .claim(photo, owner(report), uploader)
                      .<Void>mapEmpty()
                      .recover(failure -> unknown(failure, place, faults)));
    }
    return all.map(
        done -> {
          if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
          }
          return null;
        });
  }

  private static Future<Void> unknown(Throwable failure, String place, List<Violation> faults) {
    if (failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND) {
      faults.add(Violation.at(place, "unknown-photo"));
      return Future.succeededFuture();
    }
    return Future.failedFuture(failure);
  }

  private static String owner(String report) {
    return "report/" + report;
  }

  /** Adds photos, by somebody affected or by staff. */
  Future<Report> add(String id, Credentials who, List<String> sent) {
    return add(id, who, sent, who.caller().map(Caller::uid));
  }

  /** The same for photos that were sent under another name than that of who adds them. */
  Future<Report> add(String id, Credentials who, List<String> sent, Optional<String> uploader) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            report -> {
              sender(report, who);
              // Before the claim: it would use the photos up for nothing.
              mustHaveRoom(report, sent);
              return desks.of(report);
            })
        .compose(desk -> claim(id, sent, uploader).map(desk))
        .compose(
            desk ->
                changes.unless(
                    id,
                    report ->
                        report.photos().stream().map(PhotoUse::photo).toList().containsAll(sent),
                    (report, change) -> added(change, report, who, sent, desk.category())));
  }

  /** Null for staff. */
  private static Optional<Affected> sender(Report report, Credentials who) {
    if (who.caller().flatMap(caller -> Access.staff(report, caller)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(Access.person(report, who).orElseThrow(Problem::notFound));
  }

  private static void added(
      Change change, Report report, Credentials who, List<String> sent, Category category) {
    var person = sender(report, who).map(Affected::id).orElse(null);
    var all = new ArrayList<>(report.photos());
    for (var photo : sent) {
      if (all.stream().noneMatch(use -> use.photo().equals(photo))) {
        all.add(new PhotoUse(photo, person, change.now(), Drafting.moderated(category.photos())));
        publish(change, all.get(all.size() - 1));
      }
    }
    // Somebody else may have added some since the photos were claimed.
    mustHaveRoom(report, sent);
    change.photos(all);
  }

  private static void mustHaveRoom(Report report, List<String> sent) {
    var all = Stream.concat(report.photos().stream().map(PhotoUse::photo), sent.stream());
    if (all.distinct().count() > MOST) {
      throw Problem.invalid(List.of(Violation.at("/photos", "maxItems", MOST)));
    }
  }

  /** Has the public pictures made of a photo that everybody may see at once. */
  static void publish(Change change, PhotoUse use) {
    if (use.moderated() == Publication.Moderated.PUBLISHED) {
      change.effect(PUBLISH, use.photo());
    }
  }

  /** Receives {@link #PUBLISH}. */
  Future<Void> publish(Outgoing effect) {
    return photos
        .redact(effect.payload(), List.of())
        .compose(made -> photos.publish(effect.payload()))
        .<Void>mapEmpty()
        .recover(
            failure ->
                failure instanceof Problem problem && problem.type() == ProblemType.NOT_FOUND
                    ? Future.succeededFuture()
                    : Future.failedFuture(failure));
  }

  /** Refuses decisions that cannot be. */
  Future<Void> check(String id, Caller caller, List<Decided> decisions) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            report -> {
              Access.mustBeStaff(report, caller);
              return desks
                  .of(report)
                  .map(
                      desk -> {
                        refuse(report, desk.category(), decisions);
                        return null;
                      });
            });
  }

  /** Decides about photos one by one: first the pictures are made, then the report says so. */
  Future<Report> moderate(String id, Caller caller, List<Decided> decisions) {
    return check(id, caller, decisions)
        .compose(fine -> pictures(decisions))
        .compose(
            made ->
                changes.unless(
                    id,
                    report -> decided(report, decisions).equals(report.photos()),
                    (report, change) -> {
                      var actor = Access.mustBeStaff(report, caller);
                      change
                          .photos(decided(report, decisions))
                          .add((sequence, at) -> new InternalEvent.Moderated(sequence, at, actor));
                    }));
  }

  private static void refuse(Report report, Category category, List<Decided> decisions) {
    var faults = new ArrayList<Violation>();
    for (var i = 0; i < decisions.size(); i++) {
      var decision = decisions.get(i);
      if (report.photos().stream().noneMatch(use -> use.photo().equals(decision.photo()))) {
        faults.add(Violation.at("/photos/" + i + "/photo", "unknown-photo"));
      } else if (decision.publish() && category.photos() == Moderation.NEVER_PUBLISHED) {
        faults.add(Violation.at("/photos/" + i + "/decision", "never-published"));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }

  private Future<Void> pictures(List<Decided> decisions) {
    var all = Future.<Void>succeededFuture();
    for (var decision : decisions) {
      if (decision.publish()) {
        all =
            all.compose(before -> photos.redact(decision.photo(), decision.blackedOut()))
                .compose(made -> photos.publish(decision.photo()))
                .mapEmpty();
      }
    }
    return all;
  }

  private static List<PhotoUse> decided(Report report, List<Decided> decisions) {
    return report.photos().stream()
        .map(
            use ->
                decisions.stream()
                    .filter(decision -> decision.photo().equals(use.photo()))
                    .findFirst()
                    .map(decision -> use.moderated(decision.publish()))
                    .orElse(use))
        .toList();
  }

  /** The picture that whoever asks may see of a photo. */
  Future<Buffer> picture(String id, Credentials who, String photo, boolean small) {
    return store
        .find(id)
        .map(found -> found.orElseThrow(Problem::notFound))
        .compose(
            report -> {
              var viewer = Access.viewer(report, who);
              var use =
                  report.photos().stream()
                      .filter(one -> one.photo().equals(photo))
                      .filter(one -> PhotoAccess.mayKnow(one, viewer))
                      .findFirst()
                      .orElseThrow(Problem::notFound);
              return photos.rendition(photo, rendition(PhotoAccess.whole(use, viewer), small));
            })
        .map(picture -> picture.orElseThrow(Problem::notFound));
  }

  private static Rendition rendition(boolean whole, boolean small) {
    if (whole) {
      return small ? Rendition.THUMBNAIL : Rendition.FULL;
    }
    return small ? Rendition.PUBLIC_THUMBNAIL : Rendition.PUBLIC_FULL;
  }
}
