package org.localityvoice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.app.TownExtension;
import org.localityvoice.identity.local.Personas;

/** Every role at every door: own, other people's and other localities'. */
@ExtendWith(TownExtension.class)
class RolesTest {
  private static final String CLOSE = "/v1/waves/newport-2026-q4/close";

  @Test
  void whoever_lacks_the_role_meets_the_same_wall_as_for_what_does_not_exist(Town town) {
    var absent = faceless(town.as("nadia").posts("/v1/waves/nothing-here/close"));
    for (var operation : Contract.load("local").operations()) {
      if (operation.policy().access() != Policy.Access.ROLES) {
        continue;
      }
      for (var persona : Personas.load().all()) {
        var answer = call(town.as(persona.id()), operation);
        if (!holdsOneOf(town.as(persona.id()), operation)) {
          assertThat(answer.status()).as(operation.id() + " as " + persona.id()).isEqualTo(404);
          assertThat(faceless(answer)).isEqualTo(absent);
        } else {
          assertThat(answer.status())
              .as(operation.id() + " as " + persona.id())
              .isLessThan(500)
              .isNotIn(401, 403, 405);
        }
      }
      assertThat(call(town.nobody(), operation).status()).as(operation.id()).isEqualTo(401);
    }
  }

  @Test
  void nobody_is_let_in_with_a_bad_sign_in_where_one_is_looked_at(Town town) {
    for (var operation : Contract.load("local").operations()) {
      var access = operation.policy().access();
      if (access != Policy.Access.ANYONE && access != Policy.Access.UNIDENTIFIED) {
        assertThat(call(town.nobody(), operation, "Authorization", "Bearer a.b.c").status())
            .as(operation.id())
            .isEqualTo(401);
      }
    }
  }

  @Test
  void the_manager_of_the_other_locality_cannot_tell_a_wave_from_none(Town town) {
    var absent = faceless(town.as("nora").posts("/v1/waves/nothing-here/close"));
    assertThat(faceless(town.as("nora").posts(CLOSE))).isEqualTo(absent);
    assertThat(town.nobody().gets("/v1/waves/newport-2026-q4").at("/wave/state")).isEqualTo("open");
    assertThat(town.as("nadia").posts(CLOSE).status()).isEqualTo(200);

    var releases = "/v1/waves/newport-2026-q4/releases";
    assertThat(faceless(town.as("nora").posts(releases))).isEqualTo(absent);
    assertThat(faceless(town.as("nora").gets(releases))).isEqualTo(absent);
    var release = "/v1/releases/" + town.as("nadia").posts(releases).at("/id");
    assertThat(faceless(town.as("nora").gets(release))).isEqualTo(absent);
    assertThat(faceless(town.as("nora").posts(release + "/approve"))).isEqualTo(absent);
    assertThat(town.as("nadia").gets(release).at("/state")).isEqualTo("proposed");
  }

  @Test
  void proposing_twice_gives_one_release_and_approving_again_changes_nothing(Town town) {
    town.as("nadia").posts(CLOSE);
    var releases = "/v1/waves/newport-2026-q4/releases";
    assertThat(town.as("nora").gets("/v1/waves/north-ormesby-2026-q4/releases").status())
        .isEqualTo(200);
    var first = town.as("nadia").retries(releases, "nadia-key-1");
    assertThat(town.as("nadia").retries(releases, "nadia-key-1").text()).isEqualTo(first.text());
    assertThat(town.as("pat").posts(releases).problem()).isEqualTo("release-already-proposed");
    var release = "/v1/releases/" + first.at("/id");
    var published = town.as("pat").posts(release + "/approve");
    assertThat(town.as("pat").posts(release + "/approve").text()).isEqualTo(published.text());
    assertThat(town.as("pat").posts(releases).problem()).isEqualTo("release-unchanged");
    assertThat(town.as("nadia").posts("/v1/waves/north-ormesby-2026-q4/releases").status())
        .isEqualTo(404);
    assertThat(town.as("nora").posts("/v1/waves/north-ormesby-2026-q4/releases").problem())
        .isEqualTo("wave-not-closed");
  }

  private static boolean holdsOneOf(Person person, Operation operation) {
    var roles = person.gets("/v1/me").json().get("roles");
    return operation.policy().roles().stream()
        .anyMatch(role -> roles.toString().contains('"' + role.slug() + '"'));
  }

  private static Answer call(Person person, Operation operation, String... headers) {
    var path = operation.path().replaceAll("\\{[^}]+}", "nothing-here");
    return person.sends(
        operation.method().name(),
        path,
        BodyPublishers.noBody(),
        Stream.concat(Stream.of("Idempotency-Key", Person.key()), Stream.of(headers))
            .toArray(String[]::new));
  }

  /** A body without the id of the request. */
  private static String faceless(Answer answer) {
    return answer.text().replace(answer.at("/instance"), "");
  }
}
