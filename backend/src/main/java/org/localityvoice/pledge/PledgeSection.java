package org.localityvoice.pledge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.AreaSection;
import org.localityvoice.locality.Fault;
import org.localityvoice.locality.Text;
import org.localityvoice.pledge.Pledges.Contact;
import org.localityvoice.pledge.Pledges.Topic;

/**
 * The rules of the area file's part {@code pledges}: whoever promises something works in the place
 * and can be reached there, and everybody can read it.
 */
public final class PledgeSection implements AreaSection {
  static final String PART = "pledges";
  private static final String TOPICS = "/" + PART + "/topics/";
  private static final String CONTACTS = "/" + PART + "/contacts/";

  @Override
  public Set<String> parts() {
    return Set.of(PART);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var pledges = PledgeReader.read(whole.path(PART));
    var faults = new ArrayList<Fault>();
    var ids = new HashSet<String>();
    for (var i = 0; i < pledges.topics().size(); i++) {
      var topic = pledges.topics().get(i);
      if (!ids.add(topic.id())) {
        faults.add(Fault.at(TOPICS + i + "/id", "must be unique, but an earlier entry has it too"));
      }
      if (area.theme(topic.theme()).isEmpty()) {
        faults.add(Fault.at(TOPICS + i + "/theme", "names no theme of this file"));
      }
      known(topic.localities(), area, TOPICS + i, faults);
      promises(topic, pledges.contacts(), area, TOPICS + i, faults);
      for (var j = 0; j < topic.yourPart().size(); j++) {
        written(topic.yourPart().get(j), area, TOPICS + i + "/yourPart/" + j, faults);
      }
    }
    for (var i = 0; i < pledges.contacts().size(); i++) {
      contact(pledges.contacts().get(i), area, CONTACTS + i, faults);
    }
    return faults;
  }

  private static void promises(
      Topic topic, List<Contact> contacts, Area area, String at, List<Fault> faults) {
    for (var i = 0; i < topic.ourPart().size(); i++) {
      var promise = topic.ourPart().get(i);
      var place = at + "/ourPart/" + i;
      written(promise.text(), area, place + "/text", faults);
      if (works(promise.partner(), topic.localities(), area, place + "/partner", faults)) {
        topic.localities().stream()
            .filter(locality -> contacts.stream().noneMatch(c -> c.of(promise.partner(), locality)))
            .findFirst()
            .map(locality -> Fault.at(place + "/partner", "has no contact in " + locality))
            .ifPresent(faults::add);
      }
    }
  }

  private static void contact(Contact contact, Area area, String at, List<Fault> faults) {
    known(contact.localities(), area, at, faults);
    works(contact.partner(), contact.localities(), area, at + "/partner", faults);
    written(contact.who(), area, at + "/who", faults);
    var hours = contact.hours();
    if (hours != null) {
      written(hours, area, at + "/hours", faults);
    }
    if (contact.phone() == null && contact.email() == null && contact.web() == null) {
      faults.add(Fault.at(at, "must have a phone, an email or a web"));
    }
  }

  private static void known(List<String> localities, Area area, String at, List<Fault> faults) {
    for (var i = 0; i < localities.size(); i++) {
      if (area.locality(localities.get(i)).isEmpty()) {
        faults.add(Fault.at(at + "/localities/" + i, "names no locality of this file"));
      }
    }
  }

  /** Whether a partner of the file works in all of these localities, as far as they are known. */
  private static boolean works(
      String partner, List<String> localities, Area area, String at, List<Fault> faults) {
    if (area.partner(partner).isEmpty()) {
      faults.add(Fault.at(at, "names no partner of this file"));
      return false;
    }
    var not =
        localities.stream()
            .flatMap(id -> area.locality(id).stream())
            .filter(locality -> !locality.partners().contains(partner))
            .findFirst();
    not.ifPresent(locality -> faults.add(Fault.at(at, "does not work in " + locality.id())));
    return not.isEmpty();
  }

  /** What everything else of the area can be read in, this must be, too. */
  private static void written(Text text, Area area, String at, List<Fault> faults) {
    area.languages().stream()
        .filter(language -> !text.byLanguage().containsKey(language))
        .findFirst()
        .map(missing -> Fault.at(at, "is not written in the language " + missing))
        .ifPresent(faults::add);
  }
}
