package org.localityvoice.event.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;

/** Two libraries, by other people, that read calendars; what both find is what is there. */
public final class Readers {
  private Readers() {}

  /** What a reader finds of an event. */
  public record Found(
      String uid, String summary, String description, String location, List<String> categories) {}

  /** The events as both find them. */
  public static List<Found> read(byte[] stream) {
    var found = withBiweekly(stream);
    assertThat(withIcal4j(stream)).isEqualTo(found.stream().map(Readers::asIcal4jReadsIt).toList());
    return found;
  }

  private static Found asIcal4jReadsIt(Found found) {
    return new Found(
        found.uid(),
        asIcal4jReadsIt(found.summary()),
        asIcal4jReadsIt(found.description()),
        asIcal4jReadsIt(found.location()),
        found.categories());
  }

  /**
   * ical4j (4.4.0) leaves out space at either end, and takes a backslash before the end of a line,
   * which is written as three backslashes and an n, for two backslashes and an n.
   */
  private static String asIcal4jReadsIt(String text) {
    return text.replace("\\\n", "\\\\n").replaceAll("\\A[ \t]+|[ \t]+\\z", "");
  }

  /** As ical4j reads and, strictly, judges it. */
  public static Calendar ical4j(byte[] stream) {
    try {
      return new CalendarBuilder().build(new ByteArrayInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserException e) {
      throw new AssertionError("ical4j cannot read it", e);
    }
  }

  /** As biweekly reads it. */
  public static biweekly.ICalendar biweekly(byte[] stream) {
    var warnings = new ArrayList<List<biweekly.io.ParseWarning>>();
    var text = new String(stream, StandardCharsets.UTF_8);
    var all = Biweekly.parse(text).warnings(warnings).all();
    assertThat(warnings.stream().flatMap(List::stream)).isEmpty();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Found> withIcal4j(byte[] stream) {
    return ical4j(stream).<VEvent>getComponents(Component.VEVENT).stream()
        .map(Readers::found)
        .toList();
  }

  private static Found found(PropertyContainer event) {
    return new Found(
        value(event, Property.UID),
        value(event, Property.SUMMARY),
        value(event, Property.DESCRIPTION),
        value(event, Property.LOCATION),
        event
            .<Categories>getProperty(Property.CATEGORIES)
            .map(Categories::getCategories)
            .map(TextList::getTexts)
            .map(List::copyOf)
            .orElse(List.of()));
  }

  private static String value(PropertyContainer event, String name) {
    return event.getProperty(name).map(Property::getValue).orElse("");
  }

  private static List<Found> withBiweekly(byte[] stream) {
    return biweekly(stream).getEvents().stream()
        .map(
            event ->
                new Found(
                    text(event.getUid()),
                    text(event.getSummary()),
                    text(event.getDescription()),
                    text(event.getLocation()),
                    event.getCategories().stream()
                        .flatMap(categories -> categories.getValues().stream())
                        .toList()))
        .toList();
  }

  private static String text(biweekly.property.TextProperty property) {
    return property == null ? "" : property.getValue();
  }
}
