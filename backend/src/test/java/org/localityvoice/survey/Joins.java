package org.localityvoice.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Looks for whatever ties somebody who took part to an answer: values that both sides have, ids
 * that tell when they were made, times finer than a day, and known traces of people.
 */
final class Joins {
  private static final Set<String> PEOPLE = Set.of("participations");
  private static final Set<String> ANSWERS = Set.of("arrivals", "responses", "cells", "folds");
  private static final Pattern FINE_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
  private static final int SHORTEST = 9;

  private Joins() {}

  /**
   * Every join there is, in plain words.
   *
   * @param store documents by collection
   * @param text log lines and metrics
   * @param traces what would tell who somebody is: names, addresses, devices, ballots
   * @param everyday values that many documents share and that join nothing
   */
  static List<String> in(
      Map<String, List<Document>> store,
      Collection<String> text,
      Collection<String> traces,
      Set<String> everyday) {
    var found = new ArrayList<String>();
    Map<String, String> people = new HashMap<>();
    store.forEach(
        (collection, documents) -> {
          if (PEOPLE.contains(collection)) {
            documents.forEach(
                one -> values(one, everyday).forEach(value -> people.put(value, collection)));
          }
        });
    store.forEach(
        (collection, documents) -> {
          for (var document : documents) {
            var whole = document.toJson();
            traces.stream()
                .filter(whole::contains)
                .forEach(trace -> found.add(collection + " tells " + trace));
            if (PEOPLE.contains(collection) || ANSWERS.contains(collection)) {
              times(document).forEach(time -> found.add(collection + " tells the time " + time));
            }
            if (ANSWERS.contains(collection)) {
              values(document, everyday).stream()
                  .filter(people::containsKey)
                  .forEach(value -> found.add(collection + " shares " + value));
            }
          }
        });
    var answers = new HashSet<String>();
    ANSWERS.forEach(
        name ->
            store.getOrDefault(name, List.of()).forEach(d -> answers.addAll(values(d, everyday))));
    for (var line : text) {
      traces.stream().filter(line::contains).forEach(trace -> found.add("a line tells " + trace));
      // A line has a time of its own, so it may name no participation and no answer either.
      var words = new TreeSet<>(List.of(line.split("[^A-Za-z0-9_-]+", -1)));
      words.stream()
          .filter(word -> people.containsKey(word) || answers.contains(word))
          .forEach(word -> found.add("a line names " + word));
    }
    return found;
  }

  /** Long values, and the parts of composed ones. */
  private static Set<String> values(Document document, Set<String> everyday) {
    var values = new TreeSet<>(List.of(document.toJson().split("[^A-Za-z0-9_-]+", -1)));
    values.removeIf(value -> value.length() < SHORTEST || everyday.contains(value));
    return values;
  }

  private static List<String> times(Object value) {
    var found = new ArrayList<String>();
    if (value instanceof Document document) {
      document.values().forEach(part -> found.addAll(times(part)));
    } else if (value instanceof List<?> list) {
      list.forEach(part -> found.addAll(times(part)));
    } else if (value instanceof ObjectId || value instanceof Date || value instanceof Long) {
      // An ObjectId begins with the second it was made in; a Long may be milliseconds.
      if (!(value instanceof Long number && number < 1_000_000)) {
        found.add(String.valueOf(value));
      }
    } else if (value instanceof String text && FINE_TIME.matcher(text).find()) {
      found.add(text);
    }
    return found;
  }
}
