package org.localityvoice.identity.local;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.identity.Role;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The operations of local sign-in. They are not served where sign-in is Firebase's. */
public final class LocalIdentityOperations {
  private final Personas personas;
  private final LocalTokens tokens;

  public LocalIdentityOperations(Personas personas, LocalTokens tokens) {
    this.personas = personas;
    this.tokens = tokens;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    api.on("listLocalPersonas", this::list).on("signInLocally", this::signIn);
  }

  private Future<Reply> list(Call call) {
    var people = personas.all().stream().map(LocalIdentityOperations::view).toList();
    return Future.succeededFuture(Reply.ok(new PersonaList(people)));
  }

  private Future<Reply> signIn(Call call) {
    var persona =
        personas
            .find(call.body(SignIn.class).persona())
            .orElseThrow(
                () -> Problem.invalid(List.of(Violation.at("/persona", "unknown-persona"))));
    var token = tokens.issue(persona.id());
    return Future.succeededFuture(Reply.ok(new SignedIn(token.text(), token.expiresAt())));
  }

  private static PersonaView view(Persona persona) {
    return new PersonaView(
        persona.id(),
        persona.name(),
        persona.about(),
        slugs(persona.roles()),
        persona.localities().stream().sorted().toList(),
        persona.organisation());
  }

  private static List<String> slugs(Set<Role> roles) {
    return roles.stream().sorted().map(Role::slug).toList();
  }

  private record SignIn(String persona) {}

  private record SignedIn(String token, Instant expiresAt) {}

  private record PersonaList(List<PersonaView> personas) {}

  private record PersonaView(
      String id,
      String name,
      String about,
      List<String> roles,
      List<String> localities,
      Optional<String> organisation) {}
}
