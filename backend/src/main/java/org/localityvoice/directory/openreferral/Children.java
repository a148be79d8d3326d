package org.localityvoice.directory.openreferral;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.localityvoice.directory.Contact;
import org.localityvoice.directory.Cost;
import org.localityvoice.directory.Coverage;
import org.localityvoice.directory.Opening;
import org.localityvoice.directory.Phone;

/**
 * What belongs to one service, as the profile writes it. Pure.
 *
 * @param offset of the area's local time now, which times of day carry
 */
record Children(String service, ZoneOffset offset) {
  private static final double PENCE = 100.0;

  private static <T> List<Omitting> each(List<T> all, BiFunction<T, Integer, Omitting> view) {
    var views = new ArrayList<Omitting>();
    for (var i = 0; i < all.size(); i++) {
      views.add(view.apply(all.get(i), i));
    }
    return views;
  }

  private Omitting child(String kind, Object which) {
    return Omitting.start().with("id", Ids.of(kind, service, which)).with("service_id", service);
  }

  List<Omitting> schedules(List<Opening> openings) {
    return each(openings, this::schedule);
  }

  private Omitting schedule(Opening opening, int at) {
    var week = opening.week();
    var before = week == null ? "" : String.valueOf(week);
    var days =
        opening.days().stream()
            .sorted()
            .map(day -> before + day.code())
            .collect(Collectors.joining(","));
    return child("schedule", at)
        .with("freq", week == null ? "WEEKLY" : "MONTHLY")
        .with("byday", days)
        .with("opens_at", opening.opens() + offset.getId())
        .with("closes_at", opening.closes() + offset.getId())
        .with("description", opening.note());
  }

  List<Omitting> areas(List<Coverage> areas) {
    return each(
        areas,
        (area, at) ->
            child("service_area", at)
                .with("name", area.name())
                .with("description", String.join(", ", area.postcodes())));
  }

  List<Omitting> languages(List<String> tags) {
    return each(
        tags,
        (tag, at) ->
            child("language", tag)
                .with("code", tag)
                .with("name", Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH)));
  }

  List<Omitting> funding(List<String> sources) {
    return each(sources, (source, at) -> child("funding", at).with("source", source));
  }

  List<Omitting> costs(List<Cost> costs) {
    return each(
        costs,
        (cost, at) ->
            child("cost_option", at)
                .with("currency", "GBP")
                .with("amount", cost.pence() / PENCE)
                .with("amount_description", cost.note()));
  }

  List<Omitting> contacts(List<Contact> contacts) {
    return each(
        contacts,
        (contact, at) ->
            child("contact", at)
                .with("name", contact.name())
                .with("title", contact.title())
                .with("email", contact.email())
                .with("phones", phones(contact.phones(), Ids.of("contact", service, at))));
  }

  private static List<Omitting> phones(List<Phone> phones, String contact) {
    return each(
        phones,
        (phone, at) ->
            Omitting.start()
                .with("id", Ids.of("phone", contact, at))
                .with("contact_id", contact)
                .with("number", phone.number())
                .with("description", phone.note()));
  }
}
