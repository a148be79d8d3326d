package org.localityvoice.report.open311;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.localityvoice.http.Form;
import org.localityvoice.locality.PlainText;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/**
 * The fields of a form as GeoReport v2 sees them: without characters that XML cannot hold, blank as
 * good as absent, and of a field that was sent twice the first. Gathers what is wrong with them.
 */
final class Fields {
  static final int LONGEST_CODE = 200;
  private static final Pattern PHOTO = Pattern.compile("photo[0-9]{0,3}");
  private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\]]+)](?:\\[\\])?");

  private final Form form;
  private final List<Violation> faults = new ArrayList<>();

  Fields(Form form) {
    this.form = form;
  }

  Optional<String> text(String name) {
    return form.all(name).stream().map(Fields::clean).filter(text -> !text.isEmpty()).findFirst();
  }

  /** The same, with a fault where it is longer. */
  Optional<String> text(String name, int longest) {
    var text = text(name);
    text.filter(value -> length(value) > longest)
        .ifPresent(value -> fault(name, "maxLength", longest));
    return text;
  }

  /** In characters, as everywhere; Java counts an emoji as two. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The same, with a fault where it is absent. */
  String needed(String name, int longest) {
    var text = text(name, longest);
    if (text.isEmpty()) {
      fault(name, "required");
    }
    return text.orElse("");
  }

  List<String> texts(String name) {
    return form.all(name).stream().map(Fields::clean).filter(text -> !text.isEmpty()).toList();
  }

  /** The values of {@code attribute[CODE]} by code, in whichever way several were sent. */
  Map<String, List<String>> attributes() {
    var attributes = new LinkedHashMap<String, List<String>>();
    for (var field : form.fields()) {
      var matcher = ATTRIBUTE.matcher(field.name());
      var value = clean(field.value());
      if (matcher.matches() && !value.isEmpty()) {
        attributes.computeIfAbsent(matcher.group(1), code -> new ArrayList<>()).add(value);
      }
    }
    return attributes;
  }

  /** Forms break lines with CR LF; everybody else reads LF. */
  private static String clean(String text) {
    return PlainText.of(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** The bytes of the photos, whose fields are called {@code photo1} and so on. */
  List<Buffer> photos() {
    var photos = new ArrayList<Buffer>();
    for (var file : form.files()) {
      if (PHOTO.matcher(file.name()).matches()) {
        photos.add(file.bytes());
      } else {
        fault(file.name(), "no-such-file");
      }
    }
    return photos;
  }

  void fault(String name, String code, Object... arguments) {
    faults.add(Violation.at("/" + name, code, arguments));
  }

  /** Goes no further with a form that has faults. */
  void check() {
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }
}
