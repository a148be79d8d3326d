package org.localityvoice.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.http.Json;
import org.localityvoice.outbox.Outgoing;

/**
 * Payload of an effect {@link #KIND}: something that certain people must hear of.
 *
 * @param people uids
 * @param organisations ids of partners, whose officers in the locality are meant
 * @param managers whether the managers of the locality are meant
 * @param question sequence of the question that is put to the people with it
 * @param actor uid of who did it, if known, who is not told
 * @param safeguarding whether the safeguarding leads of the locality are meant; absent when not
 */
public record Notice(
    About about,
    List<String> people,
    List<String> organisations,
    boolean managers,
    @Nullable Long question,
    @Nullable String actor,
    @Nullable Boolean safeguarding) {
  /** The kind of the effect. */
  public static final String KIND = "notify.notice";

  public Notice {
    people = List.copyOf(people);
    organisations = List.copyOf(organisations);
  }

  /** One that is not for safeguarding leads. */
  public Notice(
      About about,
      List<String> people,
      List<String> organisations,
      boolean managers,
      @Nullable Long question,
      @Nullable String actor) {
    this(about, people, organisations, managers, question, actor, null);
  }

  /** For people. */
  public static Notice toPeople(About about, List<String> uids) {
    return new Notice(about, uids, List.of(), false, null, null);
  }

  /** For the officers of organisations, but for whoever did it. */
  public static Notice toOrganisations(About about, List<String> partners, @Nullable String actor) {
    return new Notice(about, List.of(), partners, false, null, actor);
  }

  /** For the managers of the locality. */
  public static Notice toManagers(About about) {
    return new Notice(about, List.of(), List.of(), true, null, null);
  }

  /** For the safeguarding leads of the locality. */
  public static Notice toSafeguarding(About about) {
    return new Notice(about, List.of(), List.of(), false, null, null, true);
  }

  /** As the payload of an effect. */
  public String payload() {
    return Json.text(this);
  }

  /** The effect of that id. */
  public Outgoing outgoing(String id) {
    return new Outgoing(id, KIND, payload());
  }
}
