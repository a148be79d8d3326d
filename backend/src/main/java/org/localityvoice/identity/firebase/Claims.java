package org.localityvoice.identity.firebase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/**
 * Reads a caller from a verified token's claims. The custom claims are {@code roles} and {@code
 * localities} (lists of names) and {@code organisation} (a name); only the project's own servers
 * can set them, never the user.
 */
final class Claims {
  private static final String SIGN_IN = "firebase";
  private static final String PROVIDER = "sign_in_provider";
  private static final String ANONYMOUS = "anonymous";

  private Claims() {}

  /**
   * The caller. Role names that are not known here are passed over, so that a newer role does not
   * lock its holder out; claims of any other shape count as none at all, since a half-read grant
   * could be a wider one. Somebody who signed in without an account holds no granted role.
   */
  static Caller caller(String uid, Map<String, Object> claims) {
    return granted(uid, claims).verified(verified(claims));
  }

  /** By a link in a message and a code in a text; Firebase takes no number without. */
  private static boolean verified(Map<String, Object> claims) {
    return Boolean.TRUE.equals(claims.get("email_verified"))
        && name(claims.get("phone_number")).isPresent();
  }

  private static Caller granted(String uid, Map<String, Object> claims) {
    var roles = names(claims.get("roles"));
    var localities = names(claims.get("localities"));
    var organisation = name(claims.get("organisation"));
    if (anonymous(claims)
        || roles.isEmpty()
        || localities.isEmpty()
        || (organisation.isEmpty() && claims.containsKey("organisation"))) {
      return Caller.resident(uid);
    }
    var known = known(roles.get());
    return known.isEmpty()
        ? Caller.resident(uid)
        : new Caller(uid, known, localities.get(), organisation);
  }

  private static Set<Role> known(Set<String> slugs) {
    return slugs.stream().flatMap(slug -> Role.of(slug).stream()).collect(Collectors.toSet());
  }

  private static boolean anonymous(Map<String, Object> claims) {
    return claims.get(SIGN_IN) instanceof Map<?, ?> signIn
        && ANONYMOUS.equals(signIn.get(PROVIDER));
  }

  /** The names in a claim, none where the claim is absent, empty where it has another shape. */
  private static Optional<Set<String>> names(@Nullable Object claim) {
    var list = claim == null ? List.of() : claim;
    if (!(list instanceof Collection<?> values)) {
      return Optional.empty();
    }
    return values.stream().allMatch(value -> name(value).isPresent())
        ? Optional.of(values.stream().map(String.class::cast).collect(Collectors.toSet()))
        : Optional.empty();
  }

  private static Optional<String> name(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank() && text.length() <= 100
        ? Optional.of(text)
        : Optional.empty();
  }
}
