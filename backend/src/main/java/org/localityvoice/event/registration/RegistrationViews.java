package org.localityvoice.event.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.localityvoice.event.Session;
import org.localityvoice.event.Words;
import org.localityvoice.event.people.Needs;
import org.localityvoice.event.registration.PartyService.Mine;
import org.localityvoice.event.registration.Stand.State;

/** Registrations as the contract shows and takes them. */
final class RegistrationViews {
  private RegistrationViews() {}

  record MemberBody(String id, Optional<Needs> needs) {
    Member member() {
      return new Member(id, needs);
    }
  }

  record NewRegistration(
      String id, List<MemberBody> participants, Optional<Boolean> confirmOverlap) {
    RegistrationService.Asked asked() {
      return new RegistrationService.Asked(
          id, participants.stream().map(MemberBody::member).toList(), confirmOverlap.orElse(false));
    }
  }

  record ChangedParty(List<MemberBody> participants, Optional<Boolean> confirmOverlap) {
    PartyChangeService.Asked asked(String key) {
      return new PartyChangeService.Asked(
          key,
          participants.stream().map(MemberBody::member).toList(),
          confirmOverlap.orElse(false));
    }
  }

  record Cancellation(@JsonProperty("package") Optional<Boolean> whole) {}

  record Acceptance(Optional<Boolean> confirmOverlap) {}

  record RegistrationView(
      String id,
      String session,
      String event,
      String title,
      String locality,
      Instant startsAt,
      Instant endsAt,
      List<String> participants,
      Optional<Integer> others,
      String state,
      Optional<Integer> position,
      Optional<Instant> offeredUntil,
      Optional<String> reason,
      @JsonProperty("package") Optional<String> packageId,
      Instant since) {}

  record Page(List<RegistrationView> items, Optional<String> next) {}

  record PackageDate(String session, String registration) {}

  record PackageView(String id, String event, String state, List<PackageDate> registrations) {}

  static RegistrationView of(Mine mine, Optional<Session> session, String language) {
    var row = mine.seen().row();
    var stand = row.stand();
    var others = row.participants().size() - mine.mine().size();
    return new RegistrationView(
        row.id(),
        row.visit().session(),
        row.visit().event(),
        session.map(one -> one.title().in(language)).orElse(row.visit().event()),
        row.visit().locality(),
        row.visit().startsAt(),
        row.visit().endsAt(),
        row.participants().stream().filter(mine.mine()::contains).toList(),
        Optional.of(others).filter(count -> count > 0),
        stand.state().slug(),
        Optional.of(mine.seen().position())
            .filter(place -> place > 0 && stand.state() == State.WAITING),
        Optional.ofNullable(stand.until()).filter(until -> stand.state() == State.OFFERED),
        Optional.ofNullable(stand.reason()).map(Words::slug),
        Optional.ofNullable(row.packageId()),
        row.since());
  }

  static PackageView of(AllDates one) {
    return new PackageView(
        one.id(),
        one.event(),
        one.phase().slug(),
        one.steps().stream()
            .map(step -> new PackageDate(step.session(), step.registration()))
            .toList());
  }
}
