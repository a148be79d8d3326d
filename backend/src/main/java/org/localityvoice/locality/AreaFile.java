package org.localityvoice.locality;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.localityvoice.locality.AreaReading.Faulty;
import org.localityvoice.locality.AreaReading.Good;

/**
 * Reads the file that a council area is imported from: YAML or JSON, UTF-8, as the schema {@code
 * area-1.json} and each part's own rules want it. Pure, and fails for no file: whatever is wrong
 * with one comes back as faults with line and field, all that can be told at once.
 */
public final class AreaFile {
  /** A larger file is not read. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final Set<String> OWN_PARTS =
      Set.of("format", "area", "themes", "partners", "localities");
  private static final int MOST_FAULTS = 200;

  private final AreaSchema schema = AreaSchema.load();
  private final List<AreaSection> sections;

  /**
   * A reader.
   *
   * @param sections the rules of the parts that belong to other features
   */
  public AreaFile(List<AreaSection> sections) {
    this.sections = Stream.concat(Stream.of(new ReportingSection()), sections.stream()).toList();
  }

  /** Reads a whole file. */
  public AreaReading read(byte[] file) {
    var faults = new ArrayList<Fault>();
    return text(file, faults)
        .flatMap(text -> LinedTree.read(text, faults))
        .map(lined -> checked(lined, faults))
        .orElseGet(() -> new Faulty(faults));
  }

  private AreaReading checked(LinedTree lined, List<Fault> faults) {
    var file = lined.tree();
    var misfits = schema.check(file);
    faults.addAll(misfits);
    if (misfits.size() <= MOST_FAULTS) {
      faults.addAll(AreaChecks.check(file, misfits));
    }
    if (!fits(misfits, OWN_PARTS)) {
      return new Faulty(first(placed(faults, lined)));
    }
    var reporting = fits(misfits, Set.of(ReportingSection.PART));
    var area = AreaReader.area(file, file.path(reporting ? ReportingSection.PART : ""));
    sections.stream()
        .filter(section -> fits(misfits, section.parts()))
        .forEach(section -> faults.addAll(section.check(file, area)));
    return faults.isEmpty()
        ? new Good(
            area, file, placed(AreaWarnings.of(area, file), lined), later -> placed(later, lined))
        : new Faulty(first(placed(faults, lined)));
  }

  /** Whether the parts are as the schema wants them. */
  private static boolean fits(List<Fault> misfits, Set<String> parts) {
    return misfits.stream()
        .map(fault -> fault.pointer().split("/", 3))
        // A fault of the file as a whole counts against every part.
        .noneMatch(steps -> steps.length < 2 || parts.contains(steps[1]));
  }

  /** By line; what is wrong with a part that is repeated is told once. */
  private static List<Fault> placed(List<Fault> faults, LinedTree lined) {
    var seen = new HashSet<Map.Entry<LinedTree.Place, String>>();
    var placed = new ArrayList<Fault>();
    for (var fault : faults) {
      var place = lined.place(fault.pointer());
      if (fault.line() > 0) {
        placed.add(fault);
      } else if (seen.add(Map.entry(place, fault.message()))) {
        placed.add(fault.onLine(place.line()));
      }
    }
    placed.sort(Fault.BY_LINE);
    return placed;
  }

  private static List<Fault> first(List<Fault> faults) {
    if (faults.size() <= MOST_FAULTS) {
      return faults;
    }
    var first = new ArrayList<>(faults.subList(0, MOST_FAULTS));
    var more = faults.size() - MOST_FAULTS;
    var line = faults.get(MOST_FAULTS).line();
    first.add(new Fault(line, "", "has %d more faults from here on".formatted(more)));
    return first;
  }

  private static Optional<String> text(byte[] file, List<Fault> faults) {
    if (file.length > MOST_BYTES) {
      faults.add(new Fault(1, "", "is larger than 5 MiB"));
      return Optional.empty();
    }
    var text = CharBuffer.allocate(file.length);
    var bytes = ByteBuffer.wrap(file);
    // A decoder made like this stops at the first byte that is not UTF-8.
    var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      var line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      faults.add(new Fault(line, "", "is not UTF-8 here; save it with the encoding UTF-8"));
      return Optional.empty();
    }
    var marked = text.length() > 0 && text.charAt(0) == '\uFEFF';
    return Optional.of(text.subSequence(marked ? 1 : 0, text.length()).toString());
  }
}
