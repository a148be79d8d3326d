package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.outbox.Relay;

/** The operations on consents. */
final class ConsentOperations {
  private final People people;
  private final ConsentService consents;
  private final CareService care;
  private final Rules rules;
  private final Relay relay;

  ConsentOperations(
      People people, ConsentService consents, CareService care, Rules rules, Relay relay) {
    this.people = people;
    this.consents = consents;
    this.care = care;
    this.rules = rules;
    this.relay = relay;
  }

  private record Body(
      String id,
      String purpose,
      @Nullable String event,
      String wordingVersion,
      String language,
      boolean given) {
    ConsentService.Sent sent() {
      return new ConsentService.Sent(
          id, Purpose.of(purpose).orElseThrow(), event, wordingVersion, language);
    }
  }

  private record WordingView(String purpose, String version, Map<String, String> text) {}

  private record WordingList(List<WordingView> wordings) {}

  void addTo(Api api) {
    api.on("listConsentWordings", this::wordings)
        .on("giveConsent", this::give)
        .on("withdrawConsent", this::withdraw)
        .on("giveConsentAsCorporateParent", this::giveAsParent)
        .on("withdrawConsentAsCorporateParent", this::withdrawAsParent);
  }

  private Future<Reply> wordings(Call call) {
    return rules
        .now()
        .map(
            now ->
                Reply.tagged(
                    new WordingList(
                        Arrays.stream(Purpose.values())
                            .map(now::wording)
                            .flatMap(Optional::stream)
                            .map(
                                one ->
                                    new WordingView(
                                        one.purpose(), one.version(), one.text().byLanguage()))
                            .toList())));
  }

  private Future<Reply> give(Call call) {
    var sent = call.body(Body.class).sent();
    return consents
        .give(call.caller().uid(), call.path("participantId"), sent)
        .map(ConsentOperations::reply);
  }

  private Future<Reply> withdraw(Call call) {
    return consents
        .withdraw(call.caller().uid(), call.path("participantId"), call.path("consentId"))
        .onSuccess(done -> relay.nudge())
        .map(one -> Reply.ok(PeopleViews.participant(one, people.today())));
  }

  private Future<Reply> giveAsParent(Call call) {
    var sent = call.body(Body.class).sent();
    var id = call.path("participantId");
    return care.mayDecide(call.caller(), id)
        .compose(staff -> consents.give(staff, id, sent))
        .map(ConsentOperations::reply);
  }

  private Future<Reply> withdrawAsParent(Call call) {
    var id = call.path("participantId");
    return care.mayDecide(call.caller(), id)
        .compose(staff -> consents.withdraw(staff, id, call.path("consentId")))
        .onSuccess(done -> relay.nudge())
        .map(done -> Reply.noContent());
  }

  private static Reply reply(ConsentService.Given given) {
    return Reply.json(given.fresh() ? 201 : 200, PeopleViews.consent(given.consent()));
  }
}
