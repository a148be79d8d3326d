package org.localityvoice.http;

import java.util.ArrayList;
import java.util.List;
import org.localityvoice.http.Form.Field;
import org.localityvoice.http.Form.FilePart;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** Gathers a form while keeping to what a form may hold. */
final class FormLimits {
  static final int MOST_FIELDS = 200;
  static final int LONGEST_FIELD = 64 * 1024;
  static final int LONGEST_NAME = 200;
  static final int MOST_FILES = 10;

  private final List<Field> fields = new ArrayList<>();
  private final List<FilePart> files = new ArrayList<>();

  void add(Field field) {
    name(field.name());
    if (field.value().length() > LONGEST_FIELD) {
      throw Problem.invalid(
          List.of(Violation.at(Violation.step(field.name()), "maxLength", LONGEST_FIELD)));
    }
    if (fields.size() == MOST_FIELDS) {
      throw refused("form-fields", MOST_FIELDS);
    }
    fields.add(field);
  }

  void add(FilePart file) {
    name(file.name());
    if (files.size() == MOST_FILES) {
      throw refused("form-files", MOST_FILES);
    }
    files.add(file);
  }

  Form form() {
    return new Form(fields, files);
  }

  private static void name(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw refused("form-name", LONGEST_NAME);
    }
  }

  static Problem refused(String code, Object... arguments) {
    return Problem.invalid(List.of(Violation.at("", code, arguments)));
  }
}
