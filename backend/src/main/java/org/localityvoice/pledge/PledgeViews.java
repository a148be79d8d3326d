package org.localityvoice.pledge;

import java.util.List;
import java.util.Optional;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Locality;
import org.localityvoice.locality.Partner;
import org.localityvoice.pledge.Pledges.Contact;
import org.localityvoice.pledge.Pledges.Topic;

/** Both parts as the contract shows them, in one language. Pure. */
final class PledgeViews {
  private PledgeViews() {}

  record BothParts(
      String locality, String language, List<TopicView> topics, List<Involved> involved) {}

  record TopicView(String id, Name theme, List<Promised> ourPart, List<String> yourPart) {}

  record Promised(Name partner, String text) {}

  record Name(String id, String name) {}

  record Involved(String id, String name, String about, List<ContactView> contacts) {}

  record ContactView(
      String who,
      Optional<String> hours,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> web) {}

  /** What holds in a locality, in the order of the area's themes and partners. */
  static BothParts of(Pledges pledges, Area area, Locality locality, String language) {
    var topics =
        area.themes().stream()
            .flatMap(
                theme ->
                    pledges.topics().stream()
                        .filter(topic -> topic.theme().equals(theme.id()))
                        .filter(topic -> topic.localities().contains(locality.id()))
                        .map(
                            topic ->
                                topic(
                                    topic,
                                    new Name(theme.id(), theme.name().in(language)),
                                    area,
                                    language)))
            .toList();
    var involved =
        area.partners().stream()
            .filter(partner -> locality.partners().contains(partner.id()))
            .map(partner -> involved(partner, pledges, locality, language))
            .toList();
    return new BothParts(locality.id(), language, topics, involved);
  }

  private static TopicView topic(Topic topic, Name theme, Area area, String language) {
    return new TopicView(
        topic.id(),
        theme,
        topic.ourPart().stream()
            .map(one -> new Promised(partner(one.partner(), area), one.text().in(language)))
            .toList(),
        topic.yourPart().stream().map(text -> text.in(language)).toList());
  }

  private static Name partner(String id, Area area) {
    // For a moment after an import the area may be newer than the pledges.
    return new Name(id, area.partner(id).map(Partner::name).orElse(id));
  }

  private static Involved involved(
      Partner partner, Pledges pledges, Locality locality, String language) {
    return new Involved(
        partner.id(),
        partner.name(),
        partner.about().in(language),
        pledges.contacts().stream()
            .filter(contact -> contact.of(partner.id(), locality.id()))
            .map(contact -> contact(contact, language))
            .toList());
  }

  private static ContactView contact(Contact contact, String language) {
    return new ContactView(
        contact.who().in(language),
        Optional.ofNullable(contact.hours()).map(hours -> hours.in(language)),
        Optional.ofNullable(contact.phone()),
        Optional.ofNullable(contact.email()),
        Optional.ofNullable(contact.web()));
  }
}
