package org.localityvoice.locality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.localityvoice.locality.WorkingTime.Holiday;

/** The rules of the area file's part {@code reporting}. */
final class ReportingSection implements AreaSection {
  static final String PART = "reporting";
  private static final int LEAST_MINUTES = 60;
  private static final String AT = "/" + PART;
  private static final String CATEGORIES = AT + "/categories";

  @Override
  public Set<String> parts() {
    return Set.of(PART);
  }

  @Override
  public List<Fault> check(JsonNode whole, Area area) {
    var faults = new ArrayList<Fault>();
    if (!whole.has(PART)) {
      return faults;
    }
    var reporting = area.reporting();
    hours(reporting.workingTime(), faults);
    groups(whole.at(AT), faults);
    var categories = reporting.categories();
    faults.addAll(twice(CATEGORIES, "/id", categories, Category::id));
    names(categories, faults);
    for (var i = 0; i < categories.size(); i++) {
      var at = CATEGORIES + "/" + i;
      faults.addAll(CategoryChecks.check(categories.get(i), area, at));
      faults.addAll(QuestionChecks.check(categories.get(i), at));
    }
    faults.addAll(TemplateChecks.check(reporting, AT + "/templates"));
    return faults;
  }

  /** Faults of the entries of a list that have a value which an earlier one has. */
  static <T> List<Fault> twice(String list, String field, List<T> entries, Function<T, ?> value) {
    var faults = new ArrayList<Fault>();
    var first = new HashMap<Object, Integer>();
    for (var i = 0; i < entries.size(); i++) {
      var earlier = first.putIfAbsent(value.apply(entries.get(i)), i);
      if (earlier != null) {
        // Without pointers, so that what is wrong with a repeated part is told once.
        faults.add(
            Fault.at(
                list + "/" + i + field, "must be unique, but entry " + earlier + " has it too"));
      }
    }
    return faults;
  }

  private static void hours(WorkingTime time, List<Fault> faults) {
    if (Duration.between(time.opening(), time.closing()).toMinutes() < LEAST_MINUTES) {
      faults.add(Fault.at(AT + "/workingTime/closes", "must be at least an hour after opening"));
    }
    faults.addAll(twice(AT + "/workingTime/holidays", "/date", time.holidays(), Holiday::date));
  }

  private static void groups(JsonNode part, List<Fault> faults) {
    var groups = AreaReader.list(part.path("groups"), group -> group.path("id").asText());
    faults.addAll(twice(AT + "/groups", "/id", groups, id -> id));
    var known = new HashSet<>(groups);
    for (var i = 0; i < part.path("categories").size(); i++) {
      var group = part.path("categories").path(i).path("group").asText();
      if (!known.contains(group)) {
        faults.add(
            Fault.at(
                CATEGORIES + "/" + i + "/group", "names no group of this file: “" + group + "”"));
      }
    }
  }

  /** Systems that speak Open311 tell services apart by their names, whatever their codes are. */
  private static void names(List<Category> categories, List<Fault> faults) {
    var languages = new HashSet<String>();
    categories.forEach(category -> languages.addAll(category.name().byLanguage().keySet()));
    for (var language : languages) {
      faults.addAll(twice(CATEGORIES, "/name", categories, category -> name(category, language)));
    }
  }

  private static String name(Category category, String language) {
    return category.name().in(language).strip().toLowerCase(Locale.ROOT);
  }
}
