package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.people.GuardianCode.Kind;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Makes the codes by which guardians and young people find each other. */
final class CodeService {
  /** How long a code can be redeemed. */
  static final Duration LIFE = Duration.ofDays(3);

  private static final int SALT = 16;

  private final People people;
  private final ParticipantStore participants;
  private final GuardianCodeStore codes;
  private final Rules rules;
  private final SecureRandom random;

  CodeService(
      People people,
      ParticipantStore participants,
      GuardianCodeStore codes,
      Rules rules,
      SecureRandom random) {
    this.people = people;
    this.participants = participants;
    this.codes = codes;
    this.rules = rules;
    this.random = random;
  }

  /** What somebody wants a code for. */
  record Wanted(Kind kind, @Nullable String participant, @Nullable Relationship relationship) {}

  /** A code, to be shown now. */
  record Shown(String text, Kind kind, Instant expiresAt) {
    @Override
    public String toString() {
      return "code of kind " + kind;
    }
  }

  /** Makes a code; the same request again shows the same one. */
  Future<Shown> make(String uid, String key, Wanted wanted) {
    return codes
        .find(GuardianCode.id(uid, key))
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(shown(known.get(), key, wanted))
                    : check(uid, wanted).compose(good -> add(uid, key, wanted)));
  }

  private Future<Shown> add(String uid, String key, Wanted wanted) {
    var bytes = new byte[SALT];
    random.nextBytes(bytes);
    var salt = HexFormat.of().formatHex(bytes);
    var code =
        new GuardianCode(
            GuardianCode.id(uid, key),
            salt,
            GuardianCode.digest(GuardianCode.text(salt, uid, key)),
            wanted.kind(),
            uid,
            wanted.participant(),
            wanted.relationship(),
            people.now().plus(LIFE),
            null);
    return codes
        .add(code)
        .compose(
            added ->
                added
                    ? Future.succeededFuture(Optional.of(code))
                    // The same request at the same time was first.
                    : codes.find(code.id()))
        .map(there -> shown(there.orElseThrow(Problem::notFound), key, wanted));
  }

  private static Shown shown(GuardianCode code, String key, Wanted wanted) {
    if (!code.same(wanted.kind(), wanted.participant(), wanted.relationship())) {
      throw Problem.conflict("code-differs");
    }
    return new Shown(
        GuardianCode.text(code.salt(), code.maker(), key), code.kind(), code.expiresAt());
  }

  private Future<Void> check(String uid, Wanted wanted) {
    if (wanted.kind() == Kind.YOUNG_PERSON) {
      unwanted(wanted.participant(), "/participant");
      wanted(wanted.relationship(), "/relationship");
      return participants.self(uid).map(own -> adult(own)).mapEmpty();
    }
    wanted(wanted.participant(), "/participant");
    unwanted(wanted.relationship(), "/relationship");
    return people
        .actedFor(uid, String.valueOf(wanted.participant()))
        .compose(who -> rules.now().map(now -> check(uid, wanted.kind(), who, now)))
        .mapEmpty();
  }

  private Participant check(String uid, Kind kind, Participant who, EventRules now) {
    ProfileService.mustNotBeOnHold(who);
    var today = people.today();
    if (who.adultOn(today)) {
      throw Problem.conflict("not-a-child");
    }
    if (kind != Kind.GUARDIAN && who.is(uid)) {
      throw Problem.conflict("guardian-makes-this-code");
    }
    if (kind == Kind.OWN_LOGIN) {
      if (who.uid() != null) {
        throw Problem.conflict("has-login");
      }
      if (who.ageOn(today) < now.consentAge(today)) {
        throw OwnProfileService.tooYoung();
      }
    }
    return who;
  }

  /** That an account is an adult's; somebody without a profile has not said so. */
  Participant adult(Optional<Participant> own) {
    return own.filter(one -> one.adultOn(people.today()))
        .orElseThrow(() -> Problem.conflict("adult-needed"));
  }

  private static void wanted(@Nullable Object value, String at) {
    if (value == null) {
      throw Problem.invalid(List.of(Violation.at(at, "required")));
    }
  }

  private static void unwanted(@Nullable Object value, String at) {
    if (value != null) {
      throw Problem.invalid(List.of(Violation.at(at, "additionalProperties")));
    }
  }
}
