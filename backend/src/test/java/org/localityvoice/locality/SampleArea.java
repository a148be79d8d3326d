package org.localityvoice.locality;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.localityvoice.locality.AreaReading.Faulty;
import org.localityvoice.locality.AreaReading.Good;

/** The sample area for tests, as it is and changed. */
final class SampleArea {
  private static final AreaFile FILES = new AreaFile(List.of());

  private SampleArea() {}

  static String text() {
    try (var in = AreaFile.class.getResourceAsStream("/sample/area.yaml")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample with the first place that reads {@code from} changed; it must be there. */
  static String with(String from, String to) {
    var text = text();
    var at = text.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException("not in the sample: " + from);
    }
    return text.substring(0, at) + to + text.substring(at + from.length());
  }

  static AreaReading read(String text) {
    return FILES.read(text.getBytes(UTF_8));
  }

  static Area area() {
    return area(text());
  }

  static Area area(String text) {
    var reading = read(text);
    if (reading instanceof Good good) {
      return good.area();
    }
    throw new AssertionError(faults(text));
  }

  static List<Fault> faults(String text) {
    return read(text) instanceof Faulty faulty ? faulty.faults() : List.of();
  }
}
