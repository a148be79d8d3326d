package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Profiles of people, and of the children they look after. */
@ExtendWith(StoreExtension.class)
class ProfilesTest {
  private static Families families;

  @BeforeAll
  static void open(Store store, @TempDir Path folder) {
    families = new Families(store, folder);
  }

  @AfterAll
  static void close() {
    families.close();
  }

  @Test
  void a_mother_makes_her_profile_once_and_changes_her_name() {
    var mother = Families.uid("ola");
    assertThat(families.town.as(mother).gets("/v1/me/participant").status()).isEqualTo(404);
    var born = LocalDate.parse("1990-05-01");
    var made = families.putsOwn(mother, "Ola", born);
    assertThat(made.status()).isEqualTo(201);
    var again = families.putsOwn(mother, "Ola", born);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(made.text());
    var renamed = families.putsOwn(mother, "Aleksandra", born);
    assertThat(renamed.at("/id")).isEqualTo(made.at("/id"));
    assertThat(renamed.at("/givenName")).isEqualTo("Aleksandra");
    var other = families.putsOwn(mother, "Ola", born.plusYears(1));
    assertThat(other.status()).isEqualTo(409);
    assertThat(families.town.as(mother).gets("/v1/me/participant").text())
        .isEqualTo(renamed.text());
  }

  @Test
  void a_twelve_year_old_is_refused_and_another_date_of_birth_does_not_help_for_a_week() {
    var child = Families.uid("ben");
    var refused = families.putsOwn(child, "Ben", families.aged(12));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).doesNotContain("13", "age");
    families.town.passes(Duration.ofMinutes(1));
    var second = families.putsOwn(child, "Ben", families.aged(30));
    assertThat(second.at("/detail")).isEqualTo(refused.at("/detail"));
    assertThat(second.at("/type")).isEqualTo(refused.at("/type"));
    families.town.passes(Duration.ofDays(7).minusMinutes(2));
    assertThat(families.putsOwn(child, "Ben", families.aged(30)).status()).isEqualTo(409);
    assertThat(families.town.as(child).gets("/v1/participants").at("/participants/0/id")).isEmpty();
    families.town.passes(Duration.ofMinutes(1));
    // The control: it was the note that refused them, and it has run out.
    assertThat(families.putsOwn(child, "Ben", families.aged(30)).status()).isEqualTo(201);
  }

  @Test
  void whoever_gives_two_dates_at_once_gets_one_answer_or_the_other() {
    for (var round = 0; round < 5; round++) {
      var child = Families.uid("ben");
      var answers =
          Stream.of(12, 30, 12, 30, 30, 12)
              .map(
                  age ->
                      CompletableFuture.supplyAsync(
                          () -> families.putsOwn(child, "Ben", families.aged(age)).status()))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      var made = answers.stream().filter(status -> status == 201).count();
      assertThat(answers).containsAnyOf(201, 409).doesNotContain(500, 503);
      assertThat(made).isLessThanOrEqualTo(1);
      var there = families.town.as(child).gets("/v1/me/participant").status();
      assertThat(there).isEqualTo(made == 1 ? 200 : 404);
      assertThat(families.putsOwn(child, "Ben", families.aged(30)).status())
          .isEqualTo(made == 1 ? 200 : 409);
    }
  }

  @Test
  void on_the_thirteenth_birthday_a_login_of_ones_own_is_possible_and_not_the_day_before() {
    var today = families.today();
    assertThat(families.putsOwn(Families.uid("a"), "Ada", today.minusYears(13)).status())
        .isEqualTo(201);
    assertThat(families.putsOwn(Families.uid("b"), "Bo", today.minusYears(13).plusDays(1)).status())
        .isEqualTo(409);
  }

  @Test
  void a_mother_adds_a_child_once_whatever_is_sent_again() {
    var mother = families.adult("ola");
    var id = UUID.randomUUID().toString();
    var child = Families.child(id, "Staś", families.aged(7));
    var added = families.town.as(mother).posts("/v1/participants", child);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.at("/guardians/0/tier")).isEqualTo("declared");
    assertThat(added.json().at("/ownLogin").asBoolean()).isFalse();
    var again = families.town.as(mother).posts("/v1/participants", child);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(added.text());
    var other = new HashMap<>(child);
    other.put("givenName", "Zosia");
    assertThat(families.town.as(mother).posts("/v1/participants", other).status()).isEqualTo(409);
    var stranger = families.adult("eve");
    assertThat(families.town.as(stranger).posts("/v1/participants", child).status()).isEqualTo(409);
    var mine = families.town.as(mother).gets("/v1/participants").json().at("/participants");
    assertThat(mine)
        .extracting(one -> one.get("id").asText())
        .containsExactlyInAnyOrder(id, families.profile(mother));
  }

  @Test
  void what_cannot_be_is_refused_with_its_place_and_nothing_is_kept() {
    var mother = families.adult("ola");
    var id = UUID.randomUUID().toString();
    var child = Families.child(id, " \u200b ", families.today().plusDays(1));
    child.put("homeLocality", "atlantis");
    var refused = families.town.as(mother).posts("/v1/participants", child);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.places())
        .containsExactlyInAnyOrder("#/givenName", "#/born", "#/homeLocality");
    for (var field : new String[] {"declaration", "relationship", "born"}) {
      var without = Families.child(id, "Jaś", families.aged(5));
      without.remove(field);
      assertThat(families.town.as(mother).posts("/v1/participants", without).places())
          .containsExactly("#/" + field);
    }
    var unticked = Families.child(id, "Jaś", families.aged(5));
    unticked.put("declaration", false);
    assertThat(families.town.as(mother).posts("/v1/participants", unticked).places())
        .containsExactly("#/declaration");
    for (var field : new String[] {"uid", "tier", "address", "version", "guardians"}) {
      var more = Families.child(id, "Jaś", families.aged(5));
      more.put(field, "x");
      assertThat(families.town.as(mother).posts("/v1/participants", more).places())
          .containsExactly("#/" + field);
    }
    assertThat(families.town.as(mother).gets("/v1/participants/" + id).status()).isEqualTo(404);
    // As long as a party may name it, and no longer: such a child could never be registered.
    var longest = Families.child("p".repeat(64), "Jaś", families.aged(5));
    assertThat(families.town.as(mother).posts("/v1/participants", longest).status()).isEqualTo(201);
    var longer = Families.child("p".repeat(65), "Jaś", families.aged(5));
    assertThat(families.town.as(mother).posts("/v1/participants", longer).places())
        .containsExactly("#/id");
  }

  @Test
  void only_adults_with_a_profile_add_children_and_only_children_are_added() {
    var id = UUID.randomUUID().toString();
    var child = Families.child(id, "Jaś", families.aged(5));
    var nobody = Families.uid("nobody");
    assertThat(families.town.as(nobody).posts("/v1/participants", child).problem())
        .isEqualTo("adult-needed");
    var young = families.person("lena", 16);
    assertThat(families.town.as(young).posts("/v1/participants", child).problem())
        .isEqualTo("adult-needed");
    var mother = families.adult("ola");
    var grown = Families.child(id, "Jan", families.today().minusYears(18));
    assertThat(families.town.as(mother).posts("/v1/participants", grown).problem())
        .isEqualTo("not-a-child");
    var almost = Families.child(id, "Jan", families.today().minusYears(18).plusDays(1));
    assertThat(families.town.as(mother).posts("/v1/participants", almost).status()).isEqualTo(201);
  }

  @Test
  void one_account_adds_twenty_children_and_no_school() {
    var mother = families.adult("ola");
    for (var i = 0; i < 20; i++) {
      families.child(mother, "Child", 7);
    }
    var more = Families.child(UUID.randomUUID().toString(), "One more", families.aged(7));
    assertThat(families.town.as(mother).posts("/v1/participants", more).problem())
        .isEqualTo("too-many-children");
    var first = families.town.as(mother).gets("/v1/participants").json().at("/participants");
    var gone = first.get(0).at("/ownLogin").asBoolean() ? first.get(1) : first.get(0);
    assertThat(families.deletes(mother, "/v1/participants/" + gone.get("id").asText()).status())
        .isEqualTo(204);
    assertThat(families.town.as(mother).posts("/v1/participants", more).status()).isEqualTo(201);
  }

  @Test
  void the_guardian_of_another_child_gets_the_answer_of_one_that_is_not_there() {
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var other = families.adult("eve");
    families.child(other, "Adam", 8);
    var path = "/v1/participants/" + child;
    var absent = families.town.as(other).gets("/v1/participants/" + UUID.randomUUID());
    for (var uid : new String[] {other, "nadia", "omar", "sam", "ada"}) {
      var seen = families.town.as(uid).gets(path);
      assertThat(seen.status()).isEqualTo(404);
      assertThat(bare(seen.text())).isEqualTo(bare(absent.text()));
      var body = Town.body("givenName", "X", "familyName", "Y");
      assertThat(families.puts(uid, path, body).status()).isEqualTo(404);
      assertThat(families.deletes(uid, path).status()).isEqualTo(404);
    }
    assertThat(families.town.nobody().gets(path).status()).isEqualTo(401);
    assertThat(families.town.as(mother).gets(path).at("/givenName")).isEqualTo("Staś");
  }

  @Test
  void who_is_removed_is_gone_with_name_and_date_and_can_begin_anew() {
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    assertThat(families.deletes(mother, "/v1/participants/" + child).status()).isEqualTo(204);
    assertThat(families.deletes(mother, "/v1/participants/" + child).status()).isEqualTo(404);
    assertThat(families.town.as(mother).gets("/v1/participants/" + child).status()).isEqualTo(404);
    var self = families.profile(mother);
    assertThat(families.deletes(mother, "/v1/participants/" + self).status()).isEqualTo(204);
    assertThat(families.town.as(mother).gets("/v1/me/participant").status()).isEqualTo(404);
    assertThat(families.putsOwn(mother, "Ola", families.aged(41)).problem())
        .as("not as somebody else at once")
        .isEqualTo("birth-date-stays");
    var anew = families.putsOwn(mother, "Ola", families.aged(40));
    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.at("/id")).isNotEqualTo(self);
    assertThat(families.deletes(mother, "/v1/participants/" + anew.at("/id")).status())
        .isEqualTo(204);
    var born = families.aged(41);
    families.town.passes(Duration.ofDays(7));
    assertThat(families.putsOwn(mother, "Ola", born).status()).isEqualTo(201);
  }

  private static String bare(String problem) {
    return problem.replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
