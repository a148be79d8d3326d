package org.localityvoice.survey.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * Looks through a workbook before a library does. What it hands on is packed anew from what it has
 * unpacked and counted itself, so no directory in the file can show the library anything else: no
 * bomb, no second entry of a name, no document type, no address of a cell so far right that making
 * room for it would take all memory.
 */
final class XlsxGuard {
  private static final int MOST_ENTRIES = 64;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Pattern FAR_RIGHT =
      Pattern.compile("\\sr\\s*=\\s*(\"|')(?:[A-Za-z]{3,}|[^\"']*&)");

  private XlsxGuard() {}

  /**
   * The same workbook, safe to read.
   *
   * @throws Problem when it is no zip file, or holds too much
   */
  static byte[] checked(byte[] file) {
    var packed = new ByteArrayOutputStream();
    var names = new HashSet<String>();
    var left = MOST_BYTES;
    try (var in =
            ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        var out = new ZipOutputStream(packed)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (var entry : Collections.list(in.getEntries())) {
        if (entry.isDirectory()) {
          continue;
        }
        if (names.size() == MOST_ENTRIES || !names.add(entry.getName())) {
          throw refused("exchange-too-large");
        }
        // One byte more than is allowed tells that there is more.
        byte[] bytes;
        try (var content = in.getInputStream(entry)) {
          bytes = content.readNBytes(left + 1);
        }
        left -= bytes.length;
        if (left < 0) {
          throw refused("exchange-too-large");
        }
        if (!entry.getName().endsWith(".xml") && !entry.getName().endsWith(".rels")) {
          // Pictures and printer settings: counted, and left out.
          continue;
        }
        check(bytes);
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
        out.closeEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw refused("exchange-unreadable");
    }
    if (!names.contains("[Content_Types].xml")) {
      throw refused("exchange-unreadable");
    }
    return packed.toByteArray();
  }

  /** What is left is XML, and in UTF-8 at that, or these could hide from being looked for. */
  private static void check(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\0') >= 0 || text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
      throw refused("exchange-unreadable");
    }
    if (FAR_RIGHT.matcher(text).find()) {
      throw refused("exchange-too-large");
    }
  }

  private static Problem refused(String code) {
    return Problem.invalid(List.of(Violation.at("", code)));
  }
}
