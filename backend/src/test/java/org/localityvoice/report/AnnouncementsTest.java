package org.localityvoice.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.localityvoice.http.Json;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Priority;
import org.localityvoice.notice.News;

/**
 * Who is told of what. Each line says: the words, then people, organisations and managers; a
 * question mark where people are asked whether it has been dealt with. Ana reported, Bilal joined,
 * and so did somebody who is not signed in. The street cleaners own the report.
 */
class AnnouncementsTest {
  private static final Instant NOW = Instant.parse("2026-10-05T09:00:00Z");
  private static final String CANARY = "what somebody wrote, and who";
  private static final Actor OWNER = new Actor(Actor.Kind.OWNER, "cleaners", "uid-of-olga");
  private static final Actor WARDEN = new Actor(Actor.Kind.WARDEN, "council", "uid-of-wyn");
  private static final Refusal REFUSAL =
      new Refusal(Refusal.Reason.NO_FURTHER_ACTION, CANARY, CANARY);
  private static final PublicEvent.Submitted SUBMITTED =
      new PublicEvent.Submitted(
          1, NOW, Actor.AFFECTED, "litter", "cleaners", Priority.NORMAL, NOW.plusSeconds(9));

  private boolean listed = true;
  private boolean confidential = false;

  private Report report(List<ReportEvent> log) {
    return new Report(
        "r1",
        1,
        "",
        "newport",
        "litter",
        confidential,
        new Submission(
            new Place(54.57, -1.25, 8.0, CANARY),
            CANARY,
            Map.of("q", List.of(CANARY)),
            "en",
            Submission.Source.APP,
            null,
            false,
            new Submission.Contact(CANARY, CANARY, CANARY),
            null,
            CANARY,
            CANARY),
        List.of(
            new Affected("a1", true, "uid-of-ana", null, NOW),
            new Affected("a2", false, "uid-of-bilal", null, NOW),
            new Affected("a3", false, null, "hash", NOW)),
        List.of(),
        log,
        Standing.of(log),
        new Publication(listed, Publication.Moderated.PUBLISHED, CANARY, 54.58, -1.24),
        listed ? Boxes.of(54.58, -1.24) : List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null);
  }

  private List<Announcements.Announcement> announced(ReportEvent... added) {
    var log = new ArrayList<ReportEvent>();
    if (!(added[0] instanceof PublicEvent.Submitted)) {
      log.add(SUBMITTED);
    }
    log.addAll(List.of(added));
    return Announcements.of(report(log), List.of(added));
  }

  private List<String> told(ReportEvent... added) {
    return announced(added).stream().map(AnnouncementsTest::line).toList();
  }

  private static String line(Announcements.Announcement announcement) {
    var payload = Json.value(announcement.payload(), JsonNode.class);
    var code = payload.at("/about/code").asText();
    if (announcement.kind().equals(News.KIND)) {
      return "news " + code;
    }
    var whom =
        Stream.of(texts(payload.path("people")), texts(payload.path("organisations")))
            .flatMap(List::stream)
            .map(name -> name.replace("uid-of-", ""));
    var managers = payload.path("managers").asBoolean() ? Stream.of("managers") : Stream.of();
    var question = payload.hasNonNull("question") ? "?" + payload.path("question").asInt() : "";
    return code
        + question
        + ": "
        + String.join(", ", Stream.concat(whom, managers).map(String::valueOf).toList());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static PublicEvent.Moved moved(Actor by, ReportState to) {
    return new PublicEvent.Moved(
        2,
        NOW,
        by,
        Move.INVESTIGATE,
        ReportState.OPEN,
        to,
        CANARY,
        to == ReportState.REFUSED ? REFUSAL : null,
        null);
  }

  private static InternalEvent.Asked asked(long sequence, Occasion occasion) {
    return new InternalEvent.Asked(sequence, NOW, occasion, List.of("a1", "a2", "a3"));
  }

  private static InternalEvent.Answered answered(Verdict verdict) {
    return new InternalEvent.Answered(2, NOW, 0, "a1", verdict, CANARY, null);
  }

  @Test
  void a_new_report_is_told_to_its_owner_and_to_followers_together_with_its_promise() {
    assertThat(told(SUBMITTED, new PublicEvent.Promised(2, NOW, NOW.plusSeconds(60))))
        .containsExactly("report.new: cleaners", "news report.new");
  }

  @Test
  void the_old_and_the_new_owner_hear_of_an_assignment_and_so_do_those_affected() {
    var assigned = new PublicEvent.Assigned(2, NOW, OWNER, "housing", "cleaners", CANARY);
    assertThat(told(assigned))
        .containsExactly(
            "report.assigned-away: cleaners",
            "report.assigned: housing",
            "report.new-owner: ana, bilal",
            "news report.new-owner");
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportState.class,
      names = {"SAID_DONE", "REFUSED", "MERGED", "DISPUTED"},
      mode = Mode.EXCLUDE)
  void those_affected_hear_of_every_move(ReportState to) {
    var code = "report." + to.slug();
    assertThat(told(moved(OWNER, to))).containsExactly(code + ": ana, bilal", "news " + code);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportState.class,
      names = {"SAID_DONE", "REFUSED", "MERGED"})
  void every_ending_asks_them_in_the_same_breath(ReportState to) {
    var code = "report." + to.slug();
    assertThat(told(moved(OWNER, to), asked(3, Occasion.valueOf(to.name()))))
        .containsExactly(code + "?3: ana, bilal", "news " + code);
  }

  @Test
  void a_move_with_a_new_promise_is_told_once() {
    assertThat(
            told(
                moved(OWNER, ReportState.SCHEDULED),
                new PublicEvent.Promised(3, NOW, NOW.plusSeconds(60))))
        .containsExactly("report.scheduled: ana, bilal", "news report.scheduled");
  }

  @Test
  void a_dispute_is_told_to_the_owner_and_the_managers_and_not_to_whoever_started_it() {
    assertThat(told(answered(Verdict.NO), moved(Actor.AFFECTED, ReportState.DISPUTED)))
        .containsExactly("report.disputed: bilal, cleaners, managers", "news report.disputed");
    assertThat(told(moved(WARDEN, ReportState.DISPUTED)))
        .containsExactly("report.disputed: ana, bilal, cleaners, managers", "news report.disputed");
  }

  @Test
  void a_no_that_moves_nothing_is_told_to_the_owner_and_any_other_answer_to_nobody() {
    assertThat(told(answered(Verdict.NO))).containsExactly("report.verdict-no: cleaners");
    assertThat(told(answered(Verdict.PARTLY))).isEmpty();
    assertThat(told(answered(Verdict.CANNOT_TELL))).isEmpty();
    assertThat(told(answered(Verdict.FIXED), moved(Actor.AFFECTED, ReportState.CONFIRMED_DONE)))
        .containsExactly("report.confirmed-done: bilal", "news report.confirmed-done");
  }

  @Test
  void a_passed_promise_reminds_the_owner_then_whoever_the_next_level_is() {
    assertThat(
            told(
                new InternalEvent.Chased(2, NOW, 0, "cleaners"), asked(3, Occasion.PROMISE_PASSED)))
        .containsExactly("report.overdue: cleaners", "report.asked-promise-passed?3: ana, bilal");
    assertThat(told(new InternalEvent.Chased(2, NOW, 1, "council")))
        .containsExactly("report.overdue: council");
    assertThat(told(new InternalEvent.Chased(2, NOW, 2, "manager")))
        .containsExactly("report.overdue: managers");
  }

  @Test
  void the_people_of_a_merged_report_are_asked_when_the_other_one_ends() {
    assertThat(told(asked(2, Occasion.SAID_DONE)))
        .containsExactly("report.asked-said-done?2: ana, bilal");
  }

  @Test
  void a_new_promise_and_a_public_comment_by_staff_are_told_to_those_affected() {
    var prioritised = new InternalEvent.Prioritised(2, NOW, OWNER, Priority.HIGH);
    var promised = new PublicEvent.Promised(3, NOW, NOW.plusSeconds(60));
    assertThat(told(prioritised, promised))
        .containsExactly("report.promise-changed: ana, bilal", "news report.promise-changed");
    assertThat(told(new PublicEvent.Commented(2, NOW, WARDEN, CANARY)))
        .containsExactly("report.commented: ana, bilal", "news report.commented");
  }

  @Test
  void what_a_resident_wrote_is_told_to_the_owner_and_to_followers_once_it_is_let_out() {
    assertThat(told(new InternalEvent.Wrote(2, NOW, "a2", CANARY)))
        .containsExactly("report.resident-wrote: cleaners");
    assertThat(told(new PublicEvent.Commented(2, NOW, Actor.AFFECTED, CANARY)))
        .containsExactly("news report.commented");
  }

  @Test
  void joining_notes_priority_moderation_and_merging_are_told_to_nobody() {
    assertThat(told(new InternalEvent.Joined(2, NOW, "a2"))).isEmpty();
    assertThat(told(new InternalEvent.Noted(2, NOW, OWNER, CANARY))).isEmpty();
    assertThat(told(new InternalEvent.Prioritised(2, NOW, OWNER, Priority.HIGH))).isEmpty();
    assertThat(told(new InternalEvent.Moderated(2, NOW, OWNER))).isEmpty();
    assertThat(told(new InternalEvent.Absorbed(2, NOW, "r2", 3, 1))).isEmpty();
  }

  @Test
  void of_a_confidential_report_nobody_hears_but_the_owner_and_the_managers() {
    confidential = true;
    listed = false;
    assertThat(told(SUBMITTED)).containsExactly("report.new: cleaners");
    assertThat(told(new PublicEvent.Assigned(2, NOW, OWNER, "housing", "cleaners", null)))
        .containsExactly("report.assigned-away: cleaners", "report.assigned: housing");
    assertThat(told(moved(OWNER, ReportState.SAID_DONE), asked(3, Occasion.SAID_DONE))).isEmpty();
    assertThat(told(moved(WARDEN, ReportState.DISPUTED)))
        .containsExactly("report.disputed: cleaners, managers");
    assertThat(told(new InternalEvent.Chased(2, NOW, 0, "cleaners")))
        .containsExactly("report.overdue: cleaners");
    assertThat(told(new InternalEvent.Chased(2, NOW, 1, "council")))
        .containsExactly("report.overdue: managers");
    // The control: were it not confidential, the same log would make news.
    confidential = false;
    listed = true;
    assertThat(told(SUBMITTED)).contains("news report.new");
  }

  @Test
  void a_report_that_is_not_listed_makes_no_news_but_is_told_to_those_affected() {
    listed = false;
    assertThat(told(moved(OWNER, ReportState.PLANNED)))
        .containsExactly("report.planned: ana, bilal");
  }

  @Test
  void news_says_where_by_the_public_point_and_who_is_not_to_be_told() {
    var news =
        announced(answered(Verdict.FIXED), moved(Actor.AFFECTED, ReportState.CONFIRMED_DONE));
    var payload = Json.value(news.get(1).payload(), JsonNode.class);
    assertThat(payload.path("latitude").asDouble()).isEqualTo(54.58);
    assertThat(texts(payload.path("boxes"))).isEqualTo(Boxes.of(54.58, -1.24));
    assertThat(payload.path("actor").asText()).isEqualTo("uid-of-ana");
    assertThat(payload.at("/about/at").asText()).isEqualTo("2026-10-05T09:00:00Z");
  }

  @Test
  void nothing_that_anybody_wrote_is_in_any_payload() {
    for (var event : everything()) {
      for (var announcement : announced(event)) {
        assertThat(announcement.payload()).doesNotContain(CANARY).doesNotContain("hash");
      }
    }
    // The control: the events do hold it.
    assertThat(everything().toString()).contains(CANARY);
  }

  @Test
  void there_is_a_sentence_for_everything_that_is_told() {
    var codes = new TreeSet<String>();
    for (var event : everything()) {
      announced(event).stream()
          .map(one -> Json.value(one.payload(), JsonNode.class).at("/about/code").asText())
          .forEach(codes::add);
    }
    var messages = Messages.load();
    assertThat(codes).hasSize(23).allMatch(code -> messages.says("notice." + code));
  }

  private static List<ReportEvent> everything() {
    var all = new ArrayList<ReportEvent>();
    all.add(SUBMITTED);
    all.add(new PublicEvent.Promised(2, NOW, NOW.plusSeconds(60)));
    all.add(new PublicEvent.Assigned(2, NOW, OWNER, "housing", "cleaners", CANARY));
    all.add(new PublicEvent.Commented(2, NOW, WARDEN, CANARY));
    all.add(new InternalEvent.Wrote(2, NOW, "a2", CANARY));
    all.add(new InternalEvent.Noted(2, NOW, OWNER, CANARY));
    all.add(new InternalEvent.Chased(2, NOW, 0, "cleaners"));
    all.add(answered(Verdict.NO));
    Stream.of(ReportState.values()).map(to -> moved(OWNER, to)).forEach(all::add);
    Stream.of(Occasion.values()).map(occasion -> asked(2, occasion)).forEach(all::add);
    return all;
  }
}
