package org.localityvoice.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as somebody sends it; it fits the contract, and nothing more has been checked.
 *
 * @param id a UUID made by the client
 * @param answers by question, as they were sent
 * @param stops what was answered to the category's stop questions
 * @param photos ids of photos that have been sent before
 * @param secret made up by an anonymous reporter's phone
 */
public record NewReport(
    String id,
    String category,
    Optional<Point> point,
    Optional<String> place,
    Optional<String> locality,
    String text,
    Map<String, JsonNode> answers,
    Map<String, Boolean> stops,
    List<String> photos,
    Optional<String> language,
    Optional<Instant> capturedAt,
    boolean anonymous,
    Optional<String> secret,
    boolean onBehalf,
    Optional<Submission.Contact> contact) {

  public NewReport {
    answers = answers == null ? Map.of() : Map.copyOf(answers);
    stops = stops == null ? Map.of() : Map.copyOf(stops);
    photos = photos == null ? List.of() : List.copyOf(photos);
    point = absent(point);
    place = absent(place);
    locality = absent(locality);
    language = absent(language);
    capturedAt = absent(capturedAt);
    secret = absent(secret);
    contact = absent(contact);
  }

  /** Where on the map. */
  public record Point(double latitude, double longitude, Optional<Double> accuracyMetres) {
    public Point {
      accuracyMetres = absent(accuracyMetres);
    }
  }

  @SuppressWarnings("OptionalAssignedToNull") // What Jackson leaves out of a record comes as null.
  private static <T> Optional<T> absent(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }

  /** Without what people wrote. */
  @Override
  public String toString() {
    return "NewReport " + id;
  }
}
