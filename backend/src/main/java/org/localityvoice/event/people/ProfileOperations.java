package org.localityvoice.event.people;

import io.vertx.core.Future;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.outbox.Relay;

/** The operations on profiles. */
final class ProfileOperations {
  private final People people;
  private final OwnProfileService own;
  private final ProfileService profiles;
  private final Admission admission;
  private final Relay relay;

  ProfileOperations(
      People people,
      OwnProfileService own,
      ProfileService profiles,
      Admission admission,
      Relay relay) {
    this.people = people;
    this.own = own;
    this.profiles = profiles;
    this.admission = admission;
    this.relay = relay;
  }

  private record OwnBody(
      String givenName, String familyName, LocalDate born, @Nullable String homeLocality) {}

  private record ChildBody(
      String id,
      String givenName,
      String familyName,
      LocalDate born,
      @Nullable String homeLocality,
      String relationship,
      boolean declaration) {}

  private record ChangeBody(String givenName, String familyName, @Nullable String homeLocality) {}

  void addTo(Api api) {
    api.on("getOwnParticipant", this::getOwn)
        .on("putOwnParticipant", this::putOwn)
        .on("listParticipants", this::list)
        .on("addChild", this::addChild)
        .on("getParticipant", this::get)
        .on("changeParticipant", this::change)
        .on("removeParticipant", this::remove);
  }

  private Future<Reply> getOwn(Call call) {
    return own.own(call.caller().uid()).map(this::reply);
  }

  private Future<Reply> putOwn(Call call) {
    var body = call.body(OwnBody.class);
    return admission
        .details(
            body.givenName(), body.familyName(), body.born(), body.homeLocality(), people.today())
        .compose(details -> own.put(call.caller().uid(), details))
        .map(
            made ->
                made.fresh()
                    ? Reply.json(201, view(made.participant()))
                    : reply(made.participant()));
  }

  private Future<Reply> list(Call call) {
    return people
        .of(call.caller().uid())
        .map(
            all ->
                Reply.ok(new PeopleViews.ParticipantList(all.stream().map(this::view).toList())));
  }

  private Future<Reply> addChild(Call call) {
    var body = call.body(ChildBody.class);
    LinkOperations.mustBeVerified(call.caller());
    return admission
        .details(
            body.givenName(), body.familyName(), body.born(), body.homeLocality(), people.today())
        .compose(
            details ->
                profiles.addChild(
                    call.caller().uid(), body.id(), details, Relationship.of(body.relationship())))
        .map(
            made ->
                made.fresh()
                    ? Reply.created("/v1/participants/" + body.id(), view(made.participant()))
                    : reply(made.participant()));
  }

  private Future<Reply> get(Call call) {
    return people.actedFor(call.caller().uid(), call.path("participantId")).map(this::reply);
  }

  private Future<Reply> change(Call call) {
    var body = call.body(ChangeBody.class);
    var id = call.path("participantId");
    var uid = call.caller().uid();
    return people
        .actedFor(uid, id)
        .compose(
            seen ->
                admission.details(
                    body.givenName(),
                    body.familyName(),
                    seen.born(),
                    body.homeLocality(),
                    people.today()))
        .compose(details -> profiles.change(uid, id, details))
        .map(this::reply);
  }

  private Future<Reply> remove(Call call) {
    return profiles
        .remove(call.caller().uid(), call.path("participantId"))
        .onSuccess(done -> relay.nudge())
        .map(done -> Reply.noContent());
  }

  private Reply reply(Participant one) {
    return Reply.ok(view(one));
  }

  private PeopleViews.ParticipantView view(Participant one) {
    return PeopleViews.participant(one, people.today());
  }
}
