package org.localityvoice.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.localityvoice.app.Town.body;
import static org.localityvoice.notify.Post.NOON;
import static org.localityvoice.notify.Post.about;
import static org.localityvoice.notify.Post.news;
import static org.localityvoice.notify.Post.newsAt;
import static org.localityvoice.notify.Post.toPeople;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.http.Json;
import org.localityvoice.notice.News;
import org.localityvoice.notice.Notice;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Following a report, a place, a locality or a category, and the news that comes of it. */
@ExtendWith({StoreExtension.class, TownExtension.class})
class FollowingTest {
  private static final String SUBSCRIPTIONS = "/v1/subscriptions";
  private static final Map<String, Object> PLACE =
      body("place", body("latitude", 54.5767, "longitude", -1.2500, "radiusMetres", 500));

  private static Answer follows(Person person, String id, Object what) {
    return person.sends(
        "PUT",
        SUBSCRIPTIONS + "/" + id,
        BodyPublishers.ofByteArray(Json.bytes(what)),
        "Content-Type",
        "application/json");
  }

  private static Answer unfollows(Person person, String id) {
    return person.sends("DELETE", SUBSCRIPTIONS + "/" + id, BodyPublishers.noBody());
  }

  private static List<String> reports(Person person) {
    return items(person).stream().map(item -> item.path("report").asText()).toList();
  }

  private static List<JsonNode> items(Person person) {
    var items = person.gets("/v1/inbox").json().path("items");
    return StreamSupport.stream(items.spliterator(), false).toList();
  }

  @Test
  void each_hears_of_what_they_follow_and_of_nothing_else(Store store, Town town) {
    follows(town.as("ana"), "s1", body("report", "r1"));
    follows(town.as("bilal"), "s1", body("locality", "north-ormesby"));
    follows(town.as("zofia"), "s1", body("category", body("id", "litter")));
    follows(town.as("gita"), "s1", body("category", body("id", "litter", "locality", "newport")));
    follows(town.as("ben"), "s1", PLACE);
    town.passes(Duration.ofHours(2));

    new Post(store, town)
        .sends(
            news(about("r1", 2, "report.planned", "newport", "noise", NOON)),
            news(about("r2", 1, "report.new", "north-ormesby", "litter", NOON.plusSeconds(1))),
            newsAt(about("r3", 1, "report.new", "newport", "noise", NOON), 54.5767, -1.2430),
            // About 520 m to the east, in a square that the circle touches.
            newsAt(about("r4", 1, "report.new", "newport", "litter", NOON), 54.5767, -1.24195));

    assertThat(reports(town.as("ana"))).containsExactly("r1");
    assertThat(reports(town.as("bilal"))).containsExactly("r2");
    assertThat(reports(town.as("zofia"))).containsExactlyInAnyOrder("r2", "r4");
    assertThat(reports(town.as("gita"))).containsExactly("r4");
    assertThat(reports(town.as("ben"))).containsExactly("r3");
    assertThat(items(town.as("ben")).get(0).path("audience").asText()).isEqualTo("person");
    assertThat(reports(town.as("nadia"))).isEmpty();
  }

  @Test
  void one_thing_makes_one_entry_for_a_follower_of_all_that_it_is(Store store, Town town) {
    follows(town.as("ana"), "s1", body("report", "r1"));
    follows(town.as("ana"), "s2", body("locality", "newport"));
    follows(town.as("ana"), "s3", body("category", body("id", "litter")));
    follows(town.as("ana"), "s4", PLACE);
    follows(town.as("bilal"), "s1", body("locality", "newport"));
    town.passes(Duration.ofHours(2));
    var happened = about("r1", 7, "report.said-done");

    new Post(store, town)
        .sends(
            new Notice(happened, List.of("ana"), List.of(), false, 8L, null),
            newsAt(happened, 54.5767, -1.2500));

    // Affected as well, Ana has what asks her; it comes first, as it is written first.
    assertThat(items(town.as("ana"))).hasSize(1);
    assertThat(items(town.as("ana")).get(0).path("question").asInt()).isEqualTo(8);
    assertThat(items(town.as("bilal"))).hasSize(1);
    assertThat(items(town.as("bilal")).get(0).has("question")).isFalse();
  }

  @Test
  void whoever_did_it_and_whoever_follows_only_since_then_is_not_told(Store store, Town town) {
    town.clock().set(NOON);
    follows(town.as("ana"), "s1", body("report", "r1"));
    follows(town.as("gita"), "s1", body("report", "r1"));
    town.passes(Duration.ofMillis(1));
    follows(town.as("bilal"), "s1", body("report", "r1"));
    var happened = about("r1", 7, "report.confirmed-done");
    new Post(store, town).sends(new News(happened, List.of(), null, null, "gita"));

    assertThat(reports(town.as("ana"))).containsExactly("r1");
    assertThat(reports(town.as("gita"))).isEmpty();
    assertThat(reports(town.as("bilal"))).isEmpty();
  }

  @Test
  void after_unfollowing_nothing_comes_and_what_came_stays(Store store, Town town) {
    var post = new Post(store, town);
    follows(town.as("ana"), "s1", body("report", "r1"));
    town.passes(Duration.ofHours(3));
    post.sends(news(about("r1", 2, "report.planned")));
    assertThat(unfollows(town.as("ana"), "s1").status()).isEqualTo(204);
    post.sends(news(about("r1", 3, "report.in-progress")));

    assertThat(items(town.as("ana"))).hasSize(1);
    assertThat(unfollows(town.as("ana"), "s1").status()).isEqualTo(404);
    assertThat(town.as("ana").gets(SUBSCRIPTIONS).json().path("subscriptions")).isEmpty();
    // And following again is possible, from nothing.
    assertThat(follows(town.as("ana"), "s1", PLACE).status()).isEqualTo(201);
  }

  @Test
  void following_again_changes_nothing_and_other_content_is_refused(Town town) {
    var ana = town.as("ana");
    var first = follows(ana, "s1", PLACE);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo(SUBSCRIPTIONS + "/s1");
    town.passes(Duration.ofMinutes(5));
    var again = follows(ana, "s1", PLACE);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    var other = follows(ana, "s1", body("locality", "newport"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).isEqualTo("subscription-differs");
    assertThat(ana.gets(SUBSCRIPTIONS + "/s1").text()).isEqualTo(first.text());
    follows(ana, "s2", body("category", body("id", "litter", "locality", "newport")));
    assertThat(ana.gets(SUBSCRIPTIONS).json().path("subscriptions")).hasSize(2);
  }

  @Test
  void somebody_elses_subscription_cannot_be_told_from_none(Town town) {
    follows(town.as("ana"), "s1", PLACE);
    for (var other : List.of("bilal", "nadia", "ada")) {
      assertThat(town.as(other).gets(SUBSCRIPTIONS + "/s1").status()).isEqualTo(404);
      assertThat(unfollows(town.as(other), "s1").status()).isEqualTo(404);
      assertThat(town.as(other).gets(SUBSCRIPTIONS).json().path("subscriptions")).isEmpty();
    }
    // The same id is free for another person, and touches nothing of Ana's.
    assertThat(follows(town.as("bilal"), "s1", body("report", "r9")).status()).isEqualTo(201);
    assertThat(town.as("ana").gets(SUBSCRIPTIONS + "/s1").json().has("place")).isTrue();
    assertThat(follows(town.nobody(), "s1", PLACE).status()).isEqualTo(401);
    assertThat(town.nobody().gets(SUBSCRIPTIONS).status()).isEqualTo(401);
    assertThat(unfollows(town.nobody(), "s1").status()).isEqualTo(401);
  }

  @Test
  void sixty_requests_at_once_make_fifty_subscriptions_and_not_one_more(Town town) {
    var answers =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> follows(town.as("ana"), "s" + i, body("report", "r" + i))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    // Whoever met too many others on the way is told to come again, and does.
    for (var i = 0; i < 60; i++) {
      if (answers.get(i).status() == 503) {
        follows(town.as("ana"), "s" + i, body("report", "r" + i));
      }
    }
    assertThat(town.as("ana").gets(SUBSCRIPTIONS).json().path("subscriptions")).hasSize(50);
    var more = follows(town.as("ana"), "one-more", PLACE);
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.problem()).isEqualTo("too-many-subscriptions");
    var first = town.as("ana").gets(SUBSCRIPTIONS).at("/subscriptions/0/id");
    unfollows(town.as("ana"), first);
    assertThat(follows(town.as("ana"), "one-more", PLACE).status()).isEqualTo(201);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(body(), ""),
        Arguments.of(body("report", "r1", "locality", "newport"), ""),
        Arguments.of(body("colour", "blue"), "/colour"),
        Arguments.of(body("report", "../r1"), "/report"),
        Arguments.of(body("report", 7), "/report"),
        Arguments.of(body("locality", "atlantis"), "/locality"),
        Arguments.of(
            body("category", body("id", "litter", "locality", "atlantis")), "/category/locality"),
        Arguments.of(body("category", body("locality", "newport")), "/category/id"),
        Arguments.of(body("category", body("id", "dragons")), "/category/id"),
        Arguments.of(body("category", body("id", "police-information")), "/category/id"),
        Arguments.of(place(91, 0, 500), "/place/latitude"),
        Arguments.of(place(54.5, -180, 500), "/place/longitude"),
        Arguments.of(place(54.5, -1.2, 2001), "/place/radiusMetres"),
        Arguments.of(place(54.5, -1.2, 0), "/place/radiusMetres"),
        Arguments.of(place(54.5, -1.2, "far"), "/place/radiusMetres"),
        Arguments.of(body("place", body("latitude", 54.5)), "/place/longitude"));
  }

  private static Object place(Object latitude, Object longitude, Object radius) {
    return body(
        "place", body("latitude", latitude, "longitude", longitude, "radiusMetres", radius));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void what_cannot_be_followed_is_refused_with_its_place(Object what, String place, Town town) {
    var answer = follows(town.as("ana"), "s1", what);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.places()).contains("#" + place);
    assertThat(town.as("ana").gets(SUBSCRIPTIONS).json().path("subscriptions")).isEmpty();
  }

  @Test
  void an_affected_follower_of_another_report_hears_of_both(Store store, Town town) {
    follows(town.as("ana"), "s1", body("report", "r2"));
    town.passes(Duration.ofHours(2));
    new Post(store, town)
        .sends(
            toPeople(about("r1", 2, "report.planned"), "ana"),
            news(about("r2", 2, "report.planned")));
    assertThat(reports(town.as("ana"))).containsExactlyInAnyOrder("r1", "r2");
  }
}
