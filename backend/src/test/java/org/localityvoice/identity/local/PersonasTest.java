package org.localityvoice.identity.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Refused;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Wait;

class PersonasTest {
  private final Personas personas = Personas.load();

  @Test
  void the_sample_people_are_there_in_the_order_of_their_file() {
    assertThat(personas.all())
        .extracting(Persona::id)
        .containsExactly(
            "ana", "bilal", "zofia", "ivy", "ben", "gita", "wyn", "omar", "nadia", "nora", "pat",
            "sam", "ada", "rosa", "theo");
  }

  @Test
  void every_role_that_a_person_can_have_has_somebody() {
    var held = EnumSet.noneOf(Role.class);
    personas.all().forEach(persona -> held.addAll(persona.roles()));
    assertThat(held).isEqualTo(EnumSet.complementOf(EnumSet.of(Role.PMF_SERVICE)));
  }

  @Test
  void staff_have_a_scope_and_residents_have_none() {
    for (var persona : personas.all()) {
      var staff = persona.caller().staff();
      assertThat(persona.localities().isEmpty()).as(persona.id()).isNotEqualTo(staff);
      assertThat(persona.organisation().isPresent()).as(persona.id()).isEqualTo(staff);
    }
  }

  @Test
  void two_different_people_can_propose_and_approve_in_each_locality() {
    for (var locality : Set.of("newport", "north-ormesby")) {
      assertThat(personas.all().stream().filter(p -> p.localities().contains(locality)))
          .flatExtracting(Persona::roles)
          .contains(Role.NEIGHBOURHOOD_MANAGER, Role.PERFORMANCE_OFFICER);
    }
  }

  @Test
  void a_token_holder_is_who_the_file_says_and_otherwise_a_resident() {
    var tokens = new LocalTokens(new byte[32], new HandClock(Instant.EPOCH));
    var identity = new LocalIdentity(personas, tokens);
    assertThat(Wait.forResult(identity.holderOf(tokens.issue("nadia").text(), false)))
        .isEqualTo(
            new Caller(
                "nadia",
                Set.of(Role.NEIGHBOURHOOD_MANAGER),
                Set.of("newport"),
                Optional.of("middlesbrough-council"),
                true));
    assertThat(Wait.forResult(identity.holderOf(tokens.issue("load-17").text(), true)))
        .isEqualTo(Caller.resident("load-17").verified(true));
    assertThat(Wait.forResult(identity.holderOf(tokens.issue("ivy").text(), false)).verified())
        .isFalse();
    assertThat(Refused.problem(identity.holderOf("nadia", true)).type())
        .isEqualTo(ProblemType.NOT_SIGNED_IN);
  }

  @Test
  void a_faulty_file_says_what_is_wrong() {
    mustFail("{id: a, name: A, about: b, roles: [emperor]}", "no role emperor");
    mustFail("{id: a, name: A, about: b, roles: []}", "persona a has no role");
    mustFail("{id: a, about: b, roles: [resident]}", "lacks name");
    mustFail(
        "{id: a, name: A, about: b, roles: [resident]},"
            + "{id: a, name: B, about: b, roles: [resident]}",
        "persona a occurs twice");
  }

  private static void mustFail(String people, String because) {
    var yaml = "personas: [" + people + "]";
    assertThatThrownBy(() -> Personas.read(new ByteArrayInputStream(yaml.getBytes(UTF_8))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }
}
