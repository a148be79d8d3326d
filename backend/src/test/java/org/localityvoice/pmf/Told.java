package org.localityvoice.pmf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.pmf.catalogue.Quarter;
import org.localityvoice.testing.Wait;

/** Features that have something to state, the way they do it: by an effect in a document. */
public final class Told {
  private final Mongo mongo;

  public Told(Mongo mongo) {
    this.mongo = mongo;
  }

  /** A share of people with its change against the wave before; null for none. */
  public static String share(String measure, String series, double estimate, String change) {
    return """
        {"measureId":"%s","seriesId":"%s","theme":"feeling-safe","direction":"higher-is-better",
         "unit":"percent","status":"OK","estimate":%s,"ciLow":%s,"ciHigh":%s,
         "ciMethod":"wilson-kish-95","se":3.9,"baseValid":185,"baseRounded":true,
         "effectiveBase":162,"designEffect":1.14,"change":%s,"suppressed":false,
         "suppressionReason":null,"caveats":["SELF_SELECTED"]}"""
        .formatted(measure, series, estimate, estimate - 7, estimate + 7, change);
  }

  /** A change with its interval, against the wave before. */
  public static String change(double diff, double low, double high, String verdict) {
    return """
        {"vs":"earlier","diff":%s,"ciLow":%s,"ciHigh":%s,"method":"newcombe-kish","verdict":"%s"}"""
        .formatted(diff, low, high, verdict);
  }

  /** One that is withheld. */
  public static String withheld(String measure, String series) {
    return """
        {"measureId":"%s","seriesId":"%s","theme":"perceptions","direction":"higher-is-better",
         "unit":"percent","status":"SUPPRESSED","estimate":null,"ciLow":null,"ciHigh":null,
         "ciMethod":"wilson-kish-95","se":null,"baseValid":null,"baseRounded":true,
         "effectiveBase":null,"designEffect":null,"change":null,"suppressed":true,
         "suppressionReason":"FEWER_THAN_TEN_VALID_ANSWERS","caveats":["SELF_SELECTED"]}"""
        .formatted(measure, series);
  }

  /** A share of reported problems. */
  public static String problems(String measure, String series, int numerator, int denominator) {
    return """
        {"measureId":"%s","seriesId":"%s","theme":"customer-experience",
         "direction":"higher-is-better","unit":"percent","status":"OK","value":%s,
         "numerator":%d,"denominator":%d,"suppressed":false,"suppressionReason":null,"caveats":[]}"""
        .formatted(
            measure,
            series,
            Math.round(1000.0 * numerator / denominator) / 10.0,
            numerator,
            denominator);
  }

  /** How many people took part in events; withheld where there is no number. */
  public static String people(String breakdown, @Nullable Integer number) {
    return """
        {"measureId":"PMF-EVENTS-PEOPLE","seriesId":"events-people-v1","theme":"community-capacity",
         "direction":"higher-is-better","unit":"count","breakdown":"%s","status":"%s","value":%s,
         "numerator":null,"denominator":null,"suppressed":%s,"suppressionReason":%s,"caveats":[]}"""
        .formatted(
            breakdown,
            number == null ? "SUPPRESSED" : "OK",
            number,
            number == null,
            number == null ? "\"small-number\"" : "null");
  }

  /** The figures of a wave, as the release of them states them. */
  public void wave(String id, String period, int revision, String... observations) {
    var wave = wave(new Quarter(period));
    var before = wave(new Quarter(period).before());
    var data =
        EventJson.read(
            """
            {"locality":{"id":"newport","ward":"E05999001","boundarySet":"illustrative-1"},
             "wave":{"id":"%s","period":"%s","from":"%s","to":"%s","closed":true},
             "reportingMonth":"2026-01","revision":%d,
             "method":{"id":"perception-estimator","version":"1.2.0","weighting":"rake:age5xsex2"},
             "provenance":{"publishedBy":"role:neighbourhood-manager",
              "approvedBy":"role:performance-officer"},
             "observations":[%s]}"""
                .formatted(
                    wave,
                    period,
                    new Quarter(period).from(),
                    new Quarter(period).to(),
                    revision,
                    String.join(",", observations).replace("\"earlier\"", "\"" + before + "\"")));
    var payload = payload(id, wave).put("wave", wave);
    effect(id, payload.set("data", data));
  }

  private static String wave(Quarter quarter) {
    return "newport-" + quarter.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The figures about reports. */
  public void reports(String id, String period, int revision, String... observations) {
    effect(id, operational(id, period, revision, "", observations));
  }

  /** What a feature hands over about a quarter; that about reports says no source. */
  static ObjectNode operational(
      String id, String period, int revision, String source, String... observations) {
    var data =
        EventJson.read(
            """
            {"kind":"operational",%s"locality":{"id":"newport","ward":"E05999001"},
             "period":{"id":"%s","from":"2026-01-01","to":"2026-03-31"},
             "at":"2026-04-01T00:00:00Z","reportingMonth":"2026-03","revision":%d,
             "method":{"id":"report-log-cells","version":"1.0.0"},
             "provenance":{"publishedBy":"role:neighbourhood-manager",
              "approvedBy":"role:performance-officer"},
             "observations":[%s]}"""
                .formatted(
                    source.isEmpty() ? "" : "\"source\":\"" + source + "\",",
                    period,
                    revision,
                    String.join(",", observations)));
    var payload = payload(id, period).put("kind", "operational").put("period", period);
    return payload.set("data", data);
  }

  private static ObjectNode payload(String id, String occasion) {
    return EventJson.object()
        .put("id", id)
        .put("subject", "newport/" + occasion)
        .put("locality", "newport")
        .put("time", "2026-11-23T09:00:00Z");
  }

  private void effect(String id, com.fasterxml.jackson.databind.JsonNode payload) {
    var effect =
        new BsonDocument("id", new BsonString(id))
            .append("kind", new BsonString(Pmf.STATEMENT))
            .append("payload", new BsonString(EventJson.write(payload)));
    var document =
        new BsonDocument("_id", new BsonString("told-" + id))
            .append("version", new org.bson.BsonInt64(1))
            .append("wave", new BsonString("told-" + id))
            .append("revision", new org.bson.BsonInt32(1))
            .append("outbox", new org.bson.BsonArray(List.of(effect)))
            .append("outboxSince", new BsonDateTime(0));
    Wait.forResult(
        Publishers.done(mongo.collection("releases", BsonDocument.class).insertOne(document)));
  }
}
