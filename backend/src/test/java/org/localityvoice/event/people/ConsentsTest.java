package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.report.Problems;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** Consents of participants and guardians, and what staff decide where they do not agree. */
@ExtendWith(StoreExtension.class)
class ConsentsTest {
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
  void a_mother_consents_to_one_thing_at_a_time_and_takes_it_back_at_once() {
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    var sent = consent("photos");
    var given = give(mother, child, sent);
    assertThat(given.status()).as(given.text()).isEqualTo(201);
    assertThat(given.at("/method")).isEqualTo("guardian");
    assertThat(given.at("/wordingVersion")).isEqualTo("2026-1");
    assertThat(give(mother, child, sent).text()).isEqualTo(given.text());
    var other = new HashMap<>(sent);
    other.put("purpose", "push");
    assertThat(give(mother, child, other).problem()).isEqualTo("consent-id-taken");
    var path = "/v1/participants/" + child + "/consents/" + sent.get("id") + "/withdraw";
    var after = families.town.as(mother).posts(path);
    assertThat(after.at("/consents/0/withdrawnAt")).isNotEmpty();
    families.town.clock().advance(java.time.Duration.ofMinutes(5));
    assertThat(families.town.as(mother).posts(path).text()).isEqualTo(after.text());
    assertThat(give(mother, child, consent("photos")).status()).isEqualTo(201);
    var all = families.town.as(mother).gets("/v1/participants/" + child).json().at("/consents");
    assertThat(all).as("rows are added, never changed into others").hasSize(2);
    assertThat(families.town.as(families.adult("eve")).posts(path).status()).isEqualTo(404);
  }

  @Test
  void nothing_is_ticked_beforehand_and_no_text_but_the_present_one_counts() {
    var mother = families.adult("ola");
    var child = families.child(mother, "Staś", 7);
    for (var wrong :
        new Object[][] {
          {"given", false},
          {"given", null},
          {"wordingVersion", "2019-1"},
          {"language", "cy"},
          {"purpose", "everything"},
          {"event", "club"},
          {"method", "guardian"}
        }) {
      var sent = new HashMap<>(consent("photos"));
      sent.put((String) wrong[0], wrong[1]);
      if (wrong[1] == null) {
        sent.remove("given");
      }
      var refused = give(mother, child, sent);
      assertThat(refused.status()).as(refused.text()).isEqualTo(400);
      assertThat(refused.places()).containsExactly("#/" + wrong[0]);
    }
    var seen = families.town.as(mother).gets("/v1/participants/" + child);
    assertThat(seen.json().at("/consents")).isEmpty();
  }

  @Test
  void taking_part_is_consented_to_by_a_guardian_and_for_one_event() {
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var father = families.adult("jan");
    link(lena, father);
    var sent = new HashMap<>(consent("taking-part"));
    assertThat(give(father, profile, sent).places()).containsExactly("#/event");
    sent.put("event", "easter-club");
    assertThat(give(lena, profile, sent).problem()).isEqualTo("guardian-consents");
    assertThat(give(father, profile, sent).status()).isEqualTo(201);
    assertThat(give(lena, profile, consent("photos")).at("/method")).isEqualTo("self");
    var adult = families.adult("eve");
    var own = new HashMap<>(consent("taking-part"));
    own.put("event", "easter-club");
    assertThat(give(adult, families.profile(adult), own).problem()).isEqualTo("not-a-child");
  }

  @Test
  void where_two_guardians_do_not_agree_staff_have_to_look_and_only_they_end_it() {
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var father = families.adult("jan");
    var mother = families.adult("ola");
    link(lena, father);
    link(lena, mother);
    var sent = consent("photos");
    give(father, profile, sent);
    var path = "/v1/participants/" + profile;
    var withdrawn = families.town.as(mother).posts(withdraw(profile, sent));
    assertThat(withdrawn.at("/consents/0/withdrawnAt")).as("at once").isNotEmpty();
    assertThat(withdrawn.json().at("/onHold").asBoolean()).isTrue();
    assertThat(give(father, profile, consent("photos")).problem()).isEqualTo("participant-on-hold");
    assertThat(give(lena, profile, consent("push")).problem()).isEqualTo("participant-on-hold");
    assertThat(code(lena, profile).problem()).isEqualTo("participant-on-hold");
    assertThat(families.deletes(lena, path).problem()).isEqualTo("participant-on-hold");
    // Nor do they move out of sight of whoever has to look.
    var elsewhere = new HashMap<>(Families.own("lena", families.aged(15)));
    elsewhere.put("homeLocality", "north-ormesby");
    assertThat(families.puts(lena, "/v1/me/participant", elsewhere).problem())
        .isEqualTo("participant-on-hold");
    families.town.passes(java.time.Duration.ofDays(30));
    assertThat(families.town.as(lena).gets(path).json().at("/onHold").asBoolean()).isTrue();

    // Nora works elsewhere; officers and guardians cannot end it.
    for (var uid : new String[] {"nora", "omar", "wyn", father, mother}) {
      assertThat(families.deletes(uid, path + "/hold").status()).isEqualTo(404);
    }
    var told = families.town.as("nadia").gets("/v1/inbox").text();
    assertThat(told).contains("participant.guardians-disagree", profile).doesNotContain("lena");
    assertThat(families.town.as("nora").gets("/v1/inbox").text()).doesNotContain(profile);
    var listed = families.town.as("nadia").gets("/v1/participant-holds");
    assertThat(listed.text())
        .contains(profile, "guardians-disagree")
        .doesNotContain("lena", "Kowalczyk");
    assertThat(families.town.as("nora").gets("/v1/participant-holds").text())
        .doesNotContain(profile);
    var released = families.deletes("nadia", path + "/hold");
    assertThat(released.json().at("/onHold").asBoolean()).isFalse();
    assertThat(families.deletes("nadia", path + "/hold").status()).isEqualTo(200);
    assertThat(give(father, profile, consent("photos")).status()).isEqualTo(201);
  }

  @Test
  void what_protects_goes_on_while_somebody_is_on_hold() {
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var father = families.adult("jan");
    link(lena, father);
    var sent = consent("photos");
    give(lena, profile, sent);
    var path = "/v1/participants/" + profile;
    var held = families.puts("sam", path + "/hold", Town.body("reason", "safeguarding"));
    assertThat(held.at("/hold/setBy")).isEqualTo("safeguarding-lead");
    assertThat(families.puts("nadia", path + "/hold", Town.body("reason", "guardian-in-doubt")))
        .extracting(answer -> answer.at("/hold/reason"))
        .isEqualTo("safeguarding");
    assertThat(families.town.as(lena).gets(path).text()).doesNotContain("safeguarding");
    assertThat(families.town.as(lena).posts(withdraw(profile, sent)).status()).isEqualTo(200);
    var link = families.town.as(lena).gets(path).at("/guardians/0/id");
    assertThat(families.deletes(father, path + "/guardians/" + link).status()).isEqualTo(204);
  }

  @Test
  void for_a_child_whom_a_council_looks_after_its_staff_consent_and_carers_do_not() {
    var carer = families.adult("carol");
    var child = families.child(carer, "Kim", 10);
    var path = "/v1/participants/" + child + "/corporate-parent";
    var sent = new HashMap<>(consent("taking-part"));
    sent.put("event", "easter-club");
    var sam = families.town.as("sam");
    assertThat(sam.posts(path + "/consents", sent).problem()).isEqualTo("no-corporate-parent");
    var photos = consent("photos");
    assertThat(give(carer, child, photos).status()).isEqualTo(201);
    var back = path + "/consents/" + photos.get("id") + "/withdraw";
    assertThat(sam.posts(back).problem()).as("no council").isEqualTo("no-corporate-parent");
    assertThat(families.puts("nora", path, Map.of()).status()).isEqualTo(404);
    assertThat(families.puts("sam", path, Map.of()).json().at("/corporateParent").asBoolean())
        .isTrue();
    assertThat(give(carer, child, sent).problem()).isEqualTo("corporate-parent-consents");
    assertThat(sam.posts(path + "/consents", sent).at("/method")).isEqualTo("corporate-parent");
    assertThat(sam.posts(path + "/consents", sent).status()).isEqualTo(200);
    var seen = families.town.as(carer).gets("/v1/participants/" + child);
    assertThat(seen.at("/consents/1/purpose")).isEqualTo("taking-part");
    assertThat(sam.posts(back).status()).isEqualTo(204);
    assertThat(families.town.as("sam").gets("/v1/participants/" + child).status()).isEqualTo(404);
    assertThat(families.deletes("sam", path).json().at("/corporateParent").asBoolean()).isFalse();
    var after = families.town.as(carer).gets("/v1/participants/" + child);
    assertThat(after.json().at("/consents").findValues("withdrawnAt")).hasSize(2);
    assertThat(sam.posts(back).status()).as("again").isEqualTo(204);
  }

  @Test
  void a_guardian_sees_nothing_else_of_a_young_person() {
    var lena = families.person("lena", 15);
    var profile = families.profile(lena);
    var father = families.adult("jan");
    link(lena, father);
    var body = Problems.of("litter", "Lena's own words");
    var report = String.valueOf(body.get("id"));
    assertThat(families.town.as(lena).posts("/v1/reports", body).status()).isEqualTo(201);
    assertThat(families.town.as(lena).gets("/v1/me/reports").text()).contains(report);
    families.town.as(lena).takesBallot("newport-2026-q4");
    for (var path : new String[] {"/v1/me/reports", "/v1/inbox", "/v1/subscriptions"}) {
      assertThat(families.town.as(father).gets(path).text()).doesNotContain("own words", report);
    }
    var seen = families.town.as(father).gets("/v1/participants/" + profile);
    assertThat(seen.json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "givenName",
            "familyName",
            "born",
            "homeLocality",
            "ownLogin",
            "guardians",
            "consents",
            "onHold",
            "corporateParent");
  }

  @Test
  void everybody_can_read_the_texts_that_count() {
    var texts = families.town.nobody().gets("/v1/consent-wordings");
    assertThat(texts.json().at("/wordings").findValuesAsText("purpose"))
        .containsExactly("taking-part", "photos", "research-contact", "push");
    assertThat(texts.header("ETag")).isNotEmpty();
  }

  private static String withdraw(String participant, Map<String, Object> sent) {
    return "/v1/participants/" + participant + "/consents/" + sent.get("id") + "/withdraw";
  }

  private static Map<String, Object> consent(String purpose) {
    return Town.body(
        "id",
        UUID.randomUUID().toString(),
        "purpose",
        purpose,
        "wordingVersion",
        "2026-1",
        "language",
        "pl",
        "given",
        true);
  }

  private static Answer give(String uid, String participant, Map<String, Object> sent) {
    return families.town.as(uid).posts("/v1/participants/" + participant + "/consents", sent);
  }

  private static Answer code(String uid, String participant) {
    return families
        .town
        .as(uid)
        .posts(
            "/v1/guardian-codes",
            Town.body("kind", "guardian", "participant", participant),
            "Idempotency-Key",
            Person.key());
  }

  private static void link(String young, String adult) {
    var code = code(young, families.profile(young)).at("/code");
    var body = Town.body("code", code, "relationship", "parent", "declaration", true);
    assertThat(families.town.as(adult).posts("/v1/guardian-codes/redeem", body).status())
        .isEqualTo(200);
  }
}
