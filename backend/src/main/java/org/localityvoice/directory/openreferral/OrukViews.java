package org.localityvoice.directory.openreferral;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.localityvoice.directory.Address;
import org.localityvoice.directory.Location;
import org.localityvoice.directory.OpenProvision;
import org.localityvoice.directory.Organisation;
import org.localityvoice.directory.Taxonomy;
import org.localityvoice.directory.Term;

/**
 * What is published, as Open Referral UK 3.0 writes it: in English, without what is empty. Pure.
 *
 * @param offset of the area's local time now
 */
record OrukViews(List<Taxonomy> taxonomies, ZoneOffset offset) {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  OrukViews {
    taxonomies = List.copyOf(taxonomies);
  }

  /** The direct fields of a service, and its organisation. */
  Omitting brief(OpenProvision one) {
    var service = one.service();
    var content = service.content();
    var ages = Optional.ofNullable(content.ages());
    return Omitting.start()
        .with("id", service.id())
        .with("name", content.name())
        .with("description", content.description())
        .with("url", content.url())
        .with("email", content.email())
        .with("status", content.status().openReferral())
        .with("application_process", content.howToGet())
        .with("eligibility_description", content.eligibility())
        .with("minimum_age", ages.map(span -> span.from()).orElse(null))
        .with("maximum_age", ages.map(span -> span.to()).orElse(null))
        .with("assured_date", service.assuredOn())
        .with("last_modified", moment(service.changedAt()))
        .with("organization_id", one.organisation().id())
        .with("organization", organisation(one.organisation()));
  }

  static String moment(Instant at) {
    return MILLISECONDS.format(at);
  }

  /** A service with everything that belongs to it. */
  Omitting whole(OpenProvision one) {
    var id = one.service().id();
    var content = one.service().content();
    var children = new Children(id, offset);
    return brief(one)
        .with("schedules", children.schedules(content.openings()))
        .with("service_areas", children.areas(content.areas()))
        .with(
            "service_at_locations",
            one.locations().stream().map(location -> placed(id, location)).toList())
        .with("languages", children.languages(content.languages()))
        .with("funding", children.funding(content.funding()))
        .with("cost_options", children.costs(content.costs()))
        .with("contacts", children.contacts(content.contacts()))
        .with("attributes", one.terms().stream().map(term -> attribute(id, term)).toList());
  }

  private Omitting attribute(String service, Term term) {
    return Omitting.start()
        .with("id", Ids.of("attribute", service, term.id()))
        .with("link_id", service)
        .with("link_entity", "service")
        .with("taxonomy_term_id", term.id())
        .with("taxonomy_term", term(term));
  }

  private static Omitting placed(String service, Location location) {
    return Omitting.start()
        .with("id", Ids.ofServiceAtLocation(service, location.id()))
        .with("service_id", service)
        .with("location_id", location.id())
        .with("location", location(location));
  }

  /** A service at one of its places, with both. */
  Omitting atLocation(OpenProvision one, Location location) {
    return placed(one.service().id(), location).with("service", brief(one));
  }

  private static Omitting organisation(Organisation one) {
    var content = one.content();
    return Omitting.start()
        .with("id", one.id())
        .with("name", content.name())
        .with("description", content.description())
        .with("email", content.email())
        .with("website", content.website());
  }

  private static Omitting location(Location one) {
    var content = one.content();
    var place = Optional.ofNullable(one.place());
    return Omitting.start()
        .with("id", one.id())
        .with("location_type", content.kind().slug())
        .with("name", content.name())
        .with("latitude", place.map(point -> point.latitude()).orElse(null))
        .with("longitude", place.map(point -> point.longitude()).orElse(null))
        .with(
            "addresses",
            Optional.ofNullable(content.address()).stream()
                .map(address -> address(one, address))
                .toList())
        .with(
            "accessibility",
            content.accessibility().stream().map(text -> accessibility(one, text)).toList());
  }

  private static Omitting address(Location one, Address address) {
    return Omitting.start()
        .with("id", Ids.of("address", one.id(), 0))
        .with("location_id", one.id())
        .with("address_1", address.street())
        .with("address_2", address.more())
        .with("city", address.town())
        .with("state_province", address.county())
        .with("postal_code", address.postcode())
        .with("country", "GB")
        .with("address_type", one.content().kind().slug());
  }

  private static Omitting accessibility(Location one, String text) {
    return Omitting.start()
        .with("id", Ids.of("accessibility", one.id(), text))
        .with("location_id", one.id())
        .with("description", text);
  }

  static Omitting taxonomy(Taxonomy one) {
    return Omitting.start()
        .with("id", one.id())
        .with("name", one.content().name())
        .with("description", one.content().description());
  }

  /** A term with its list. */
  Omitting term(Term term) {
    var home =
        taxonomies.stream().filter(one -> one.content().term(term.id()).isPresent()).findFirst();
    return Omitting.start()
        .with("id", term.id())
        .with("name", term.name().get("en"))
        .with("description", term.description())
        .with("parent_id", term.broader())
        .with("taxonomy_id", home.map(Taxonomy::id).orElse(null))
        .with("taxonomy_detail", home.map(OrukViews::taxonomy).orElse(null));
  }
}
