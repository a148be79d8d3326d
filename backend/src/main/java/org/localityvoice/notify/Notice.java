package org.localityvoice.notify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payload of an effect {@code notify.notice}: something that certain people must hear of.
 *
 * @param people uids
 * @param organisations ids of partners, whose officers in the locality are meant
 * @param managers whether the managers of the locality are meant
 * @param question sequence of the question that is put to the people with it
 * @param actor uid of who did it, if known, who is not told
 * @param safeguarding whether the safeguarding leads of the locality are meant; absent when not
 */
record Notice(
    About about,
    List<String> people,
    List<String> organisations,
    boolean managers,
    @Nullable Long question,
    @Nullable String actor,
    @Nullable Boolean safeguarding) {

  Notice {
    people = List.copyOf(people);
    organisations = List.copyOf(organisations);
  }

  /** One that is not for safeguarding leads. */
  Notice(
      About about,
      List<String> people,
      List<String> organisations,
      boolean managers,
      @Nullable Long question,
      @Nullable String actor) {
    this(about, people, organisations, managers, question, actor, null);
  }

  /** What goes into which inbox. */
  List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    for (var uid : people) {
      if (!uid.equals(actor)) {
        entries.add(Entry.personal(about, uid, question));
      }
    }
    for (var partner : organisations) {
      entries.add(Entry.shared(about, Recipients.organisation(partner, about.locality()), actor));
    }
    if (managers) {
      entries.add(Entry.shared(about, Recipients.managers(about.locality()), actor));
    }
    if (Boolean.TRUE.equals(safeguarding)) {
      entries.add(Entry.shared(about, Recipients.safeguarding(about.locality()), actor));
    }
    return entries;
  }
}
