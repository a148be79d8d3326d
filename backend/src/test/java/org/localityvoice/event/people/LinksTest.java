package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** How guardians and young people find each other. */
@ExtendWith(StoreExtension.class)
class LinksTest {
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
  void a_daughter_makes_a_code_and_her_father_redeems_it_once() {
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var father = families.adult("jan");
    var key = Person.key();
    var made = make(lena, key, "guardian", profile);
    assertThat(made.status()).isEqualTo(201);
    assertThat(make(lena, key, "guardian", profile).text()).isEqualTo(made.text());
    assertThat(make(lena, key, "guardian", null).status()).isEqualTo(409);
    var code = made.at("/code").toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(seen(father, profile)).isEqualTo(404);
    var linked = redeem(father, code, "parent");
    assertThat(linked.status()).as(linked.text()).isEqualTo(200);
    assertThat(linked.at("/guardians/0/tier")).isEqualTo("code");
    assertThat(redeem(father, code, "parent").text()).isEqualTo(linked.text());
    // Somebody else learns no more of it than of a code that never was.
    var other = redeem(families.adult("eve"), code, "parent");
    var never = redeem(families.adult("eve"), "0000 0000 0000 0000", "parent");
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.at("/detail")).isEqualTo(never.at("/detail"));
    assertThat(linked.text())
        .as("both see exactly the same")
        .isEqualTo(families.town.as(father).gets("/v1/participants/" + profile).text())
        .isEqualTo(families.town.as(lena).gets("/v1/participants/" + profile).text())
        .doesNotContain(father, lena);
  }

  @Test
  void of_two_who_redeem_at_once_one_becomes_a_guardian() {
    for (var round = 0; round < 3; round++) {
      var lena = families.person("lena", 15);
      var code = make(lena, Person.key(), "guardian", families.profile(lena)).at("/code");
      var adults = List.of(families.adult("jan"), families.adult("eve"));
      var answers =
          adults.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> redeem(one, code, "parent")))
              .toList()
              .stream()
              .map(answer -> answer.join().status())
              .toList();
      assertThat(answers).containsExactlyInAnyOrder(200, 404);
      var path = "/v1/participants/" + families.profile(lena);
      assertThat(families.town.as(lena).gets(path).json().at("/guardians")).hasSize(1);
    }
  }

  @Test
  void a_code_lasts_72_hours_and_nobody_redeems_their_own() {
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var code = make(lena, Person.key(), "guardian", profile).at("/code");
    assertThat(redeem(lena, code, "parent").status()).isEqualTo(404);
    var late = make(lena, Person.key(), "guardian", profile).at("/code");
    families.town.passes(Duration.ofDays(3).minusSeconds(1));
    assertThat(redeem(families.adult("jan"), code, "parent").status()).isEqualTo(200);
    families.town.passes(Duration.ofSeconds(1));
    assertThat(redeem(families.adult("eve"), late, "parent").status()).isEqualTo(404);
  }

  @Test
  void whoever_guesses_codes_is_locked_out() {
    var eve = families.adult("eve");
    var answers =
        IntStream.range(0, 40)
            .mapToObj(i -> redeem(eve, "%016d".formatted(i), "parent").status())
            .toList();
    assertThat(answers.subList(0, 10)).containsOnly(404);
    assertThat(answers.subList(10, 40)).containsOnly(429);
  }

  @Test
  void a_mother_offers_to_be_a_guardian_and_her_son_accepts() {
    var mother = families.adult("ola");
    var body = new HashMap<String, Object>(Town.body("kind", "young-person"));
    assertThat(code(mother, Person.key(), body).places()).containsExactly("#/relationship");
    body.put("relationship", "foster-carer");
    var code = code(mother, Person.key(), body).at("/code");
    var son = families.person("adam", 16);
    var linked = redeem(son, code, null);
    assertThat(linked.at("/guardians/0/relationship")).isEqualTo("foster-carer");
    assertThat(linked.at("/guardians/0/tier")).isEqualTo("code");
    assertThat(seen(mother, families.profile(son))).isEqualTo(200);
    assertThat(redeem(families.adult("eve"), code, null).status()).isEqualTo(404);
  }

  @Test
  void a_child_gets_a_login_of_their_own_at_the_age_and_the_mother_stays() {
    var mother = families.adult("ola");
    var young = families.child(mother, "Staś", 12);
    assertThat(make(mother, Person.key(), "own-login", young).problem())
        .isEqualTo("guardian-adds-you");
    var child = families.child(mother, "Zosia", 13);
    var code = make(mother, Person.key(), "own-login", child).at("/code");
    assertThat(redeem(families.person("lena", 15), code, null).problem())
        .isEqualTo("profile-there");
    var zosia = Families.uid("zosia");
    var hers = redeem(zosia, code, null);
    assertThat(hers.status()).as(hers.text()).isEqualTo(200);
    assertThat(hers.json().at("/ownLogin").asBoolean()).isTrue();
    assertThat(hers.at("/guardians/0/tier")).isEqualTo("code");
    assertThat(families.profile(zosia)).isEqualTo(child);
    assertThat(seen(mother, child)).isEqualTo(200);
    assertThat(redeem(Families.uid("other"), code, null).status()).isEqualTo(404);
    // The mother cannot remove her any more, only leave; and she ends a link as well.
    assertThat(families.deletes(mother, "/v1/participants/" + child).problem())
        .isEqualTo("others-act-too");
    var link = hers.at("/guardians/0/id");
    assertThat(families.deletes(zosia, "/v1/participants/" + child + "/guardians/" + link).status())
        .isEqualTo(204);
    assertThat(seen(mother, child)).isEqualTo(404);
  }

  @Test
  void a_guardian_of_whom_nothing_is_known_makes_nobody_surer() {
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var code = make(mother, Person.key(), "guardian", child).at("/code");
    var father = families.adult("jan");
    var linked = redeem(father, code, "parent");
    assertThat(linked.json().at("/guardians").findValuesAsText("tier"))
        .containsExactly("declared", "declared");
    // Either may leave; the last one cannot.
    var links = linked.json().at("/guardians").findValuesAsText("id");
    var path = "/v1/participants/" + child + "/guardians/";
    assertThat(families.deletes(father, path + links.get(0)).status()).isEqualTo(404);
    assertThat(families.deletes(mother, path + links.get(0)).status()).isEqualTo(204);
    assertThat(seen(mother, child)).isEqualTo(404);
    assertThat(families.deletes(father, path + links.get(1)).problem()).isEqualTo("last-guardian");
  }

  @Test
  void whoever_has_not_confirmed_address_and_number_becomes_nobodys_guardian() {
    var ivy = "ivy";
    assertThat(families.putsOwn(ivy, "Ivy", families.aged(40)).status()).isEqualTo(201);
    var child = Families.child(UUID.randomUUID().toString(), "Staś", families.aged(7));
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var code = make(lena, Person.key(), "guardian", profile).at("/code");
    var tried =
        List.of(
            families.town.as(ivy).posts("/v1/participants", child),
            redeem(ivy, code, "parent"),
            make(ivy, Person.key(), "guardian", null));
    for (var refused : tried) {
      assertThat(refused.status()).as(refused.text()).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("account-not-verified");
      assertThat(refused.at("/detail")).contains("confirm your e-mail address and your phone");
    }
    assertThat(families.town.as(ivy).gets("/v1/participants").json().at("/participants"))
        .as("only herself")
        .hasSize(1);
    // The control: the same requests of somebody who has, and the code was not used up.
    var jan = families.adult("jan");
    assertThat(families.town.as(jan).posts("/v1/participants", child).status()).isEqualTo(201);
    assertThat(redeem(jan, code, "parent").status()).isEqualTo(200);
    assertThat(make(jan, Person.key(), "guardian", null).status()).isEqualTo(201);
  }

  @Test
  void an_officer_checks_papers_and_is_shown_nothing() {
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var code = make(mother, Person.key(), "staff-check", child).at("/code");
    var papers = papers(code, families.aged(8).toString());
    for (var uid : List.of("wyn", "pat", mother, families.adult("eve"))) {
      assertThat(families.town.as(uid).posts("/v1/guardian-codes/check", papers).status())
          .isEqualTo(404);
    }
    assertThat(redeem("omar", code, null).status()).isEqualTo(404);
    var omar = families.town.as("omar");
    assertThat(omar.posts("/v1/guardian-codes/check", papers).problem()).isEqualTo("papers-differ");
    var right = papers(code, families.aged(7).toString());
    var checked = omar.posts("/v1/guardian-codes/check", right);
    assertThat(checked.text()).isEqualTo("{\"tier\":\"staff-checked\"}");
    assertThat(omar.posts("/v1/guardian-codes/check", right).status()).isEqualTo(200);
    var path = "/v1/participants/" + child;
    assertThat(families.town.as(mother).gets(path).at("/guardians/0/tier"))
        .isEqualTo("staff-checked");
    assertThat(omar.gets(path).status()).isEqualTo(404);
  }

  @Test
  void at_the_eighteenth_birthday_a_link_ends_by_itself() {
    var mother = families.adult("ola");
    var lena = Families.uid("lena");
    var soon = families.today().minusYears(18).plusDays(2);
    families.putsOwn(lena, "Lena", soon);
    var profile = families.profile(lena);
    redeem(mother, make(lena, Person.key(), "guardian", profile).at("/code"), "parent");
    var child = UUID.randomUUID().toString();
    families.town.as(mother).posts("/v1/participants", Families.child(child, "Ala", soon));
    // Local time decides, and no job has run.
    var midnight = soon.plusYears(18).atStartOfDay(ZoneId.of("Europe/London")).toInstant();
    var left = Duration.between(families.town.clock().instant(), midnight);
    families.town.clock().advance(left.minusSeconds(1));
    assertThat(seen(mother, profile)).isEqualTo(200);
    families.town.clock().advance(Duration.ofSeconds(1));
    assertThat(seen(mother, profile)).isEqualTo(404);
    assertThat(seen(lena, profile)).isEqualTo(200);
    assertThat(families.town.as(mother).gets("/v1/participants").json().at("/participants"))
        .hasSize(1);
    families.town.works();
    assertThat(seen(mother, profile)).isEqualTo(404);
    assertThat(families.town.as(lena).gets("/v1/participants/" + profile).at("/guardians/0/id"))
        .isEmpty();
  }

  private static Map<String, Object> papers(String code, String born) {
    return Town.body(
        "code",
        code,
        "childFamilyName",
        "KOWALCZYK",
        "childBorn",
        born,
        "guardianFamilyName",
        "Kowalczyk");
  }

  private static int seen(String uid, String participant) {
    return families.town.as(uid).gets("/v1/participants/" + participant).status();
  }

  private static Answer make(String uid, String key, String kind, String participant) {
    var body = new HashMap<String, Object>(Town.body("kind", kind));
    if (participant == null) {
      body.put("kind", "young-person");
      body.put("relationship", "parent");
    } else {
      body.put("participant", participant);
    }
    return code(uid, key, body);
  }

  private static Answer code(String uid, String key, Map<String, Object> body) {
    return families.town.as(uid).posts("/v1/guardian-codes", body, "Idempotency-Key", key);
  }

  private static Answer redeem(String uid, String code, String relationship) {
    var body = new HashMap<String, Object>(Town.body("code", code, "declaration", true));
    if (relationship != null) {
      body.put("relationship", relationship);
    }
    return families.town.as(uid).posts("/v1/guardian-codes/redeem", body);
  }
}
