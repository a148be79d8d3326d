package org.localityvoice.notify;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.identity.Caller;
import org.localityvoice.identity.Role;

/** The keys of inboxes: a person's own, and those that staff of a locality share. Pure. */
final class Recipients {
  private Recipients() {}

  /** Whose inbox a key is of. */
  enum Audience {
    PERSON,
    ORGANISATION,
    MANAGERS,
    SAFEGUARDING;

    private String key(String whose) {
      return slug() + ":" + whose;
    }

    /** The name in the contract. */
    String slug() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A person's own. */
  static String person(String uid) {
    return Audience.PERSON.key(uid);
  }

  /** Of a partner's officers in a locality. */
  static String organisation(String partner, String locality) {
    return Audience.ORGANISATION.key(partner + "@" + locality);
  }

  /** Of a locality's managers. */
  static String managers(String locality) {
    return Audience.MANAGERS.key(locality);
  }

  /** Of a locality's safeguarding leads. */
  static String safeguarding(String locality) {
    return Audience.SAFEGUARDING.key(locality);
  }

  /** The inboxes a caller reads: staff roles hold only in their localities. */
  static List<String> of(Caller caller) {
    var keys = new ArrayList<String>();
    keys.add(person(caller.uid()));
    var localities = caller.localities().stream().sorted().toList();
    if (caller.has(Role.PARTNER_OFFICER)) {
      caller
          .organisation()
          .ifPresent(
              partner -> localities.forEach(place -> keys.add(organisation(partner, place))));
    }
    if (caller.has(Role.NEIGHBOURHOOD_MANAGER)) {
      localities.forEach(place -> keys.add(managers(place)));
    }
    if (caller.has(Role.SAFEGUARDING_LEAD)) {
      localities.forEach(place -> keys.add(safeguarding(place)));
    }
    return List.copyOf(keys);
  }

  /** Whose inbox it is. */
  static Audience audience(String key) {
    return Audience.valueOf(key.substring(0, key.indexOf(':')).toUpperCase(java.util.Locale.ROOT));
  }
}
