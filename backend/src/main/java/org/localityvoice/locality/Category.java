package org.localityvoice.locality;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of problem that can be reported.
 *
 * @param description what belongs here, for somebody who wants to report
 * @param keywords further words to find it by; in no particular language
 * @param confidential whether it is low-level intelligence: for the partner it goes to and the
 *     manager only, never public
 * @param anonymity whether one may, must or must not stay unnamed
 * @param text when the public may see what was written
 * @param photos when the public may see photos
 * @param blurMetres how wide the square is that stands for the place on the public map; 0 shows the
 *     exact point
 * @param priority how pressing a new report is
 * @param similar what counts as perhaps the same problem
 * @param stops asked before anything else
 * @param questions asked with the report, in this order
 * @param promises one at least for {@code priority}
 */
public record Category(
    String id,
    Text name,
    Text description,
    CategoryGroup group,
    List<String> keywords,
    boolean confidential,
    Anonymity anonymity,
    Moderation text,
    Moderation photos,
    int blurMetres,
    Priority priority,
    Similar similar,
    List<StopNotice> stops,
    List<CategoryQuestion> questions,
    Routing routing,
    List<Promise> promises,
    Escalation escalation) {

  public Category {
    keywords = List.copyOf(keywords);
    stops = List.copyOf(stops);
    questions = List.copyOf(questions);
    promises = List.copyOf(promises);
  }

  /** What is promised for a priority; where nothing is, what is promised for new reports. */
  public Promise promise(Priority wanted) {
    return promised(wanted)
        .or(() -> promised(priority))
        .or(() -> promises.stream().findFirst())
        .orElseThrow(() -> new IllegalStateException("category " + id + " promises nothing"));
  }

  private Optional<Promise> promised(Priority wanted) {
    return promises.stream().filter(promise -> promise.priority() == wanted).findFirst();
  }

  /** The question of that id. */
  public Optional<CategoryQuestion> question(String questionId) {
    return questions.stream().filter(question -> question.id().equals(questionId)).findFirst();
  }

  /** Everything in it that residents read. */
  Stream<Text> texts() {
    var own = Stream.of(name, description, group.name());
    var asked = questions.stream().flatMap(CategoryQuestion::texts);
    var stopped = stops.stream().flatMap(stop -> Stream.of(stop.question(), stop.notice()));
    return Stream.of(own, asked, stopped).flatMap(texts -> texts);
  }
}
