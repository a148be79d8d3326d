package org.localityvoice.report.open311;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Limiter;
import org.localityvoice.identity.apikey.ApiKeys;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Areas;
import org.localityvoice.problem.Problem;
import org.localityvoice.report.SystemReports;

/** The operations of GeoReport v2, each as XML and as JSON. */
public final class Open311Operations {
  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

  /** When what is served here last changed for clients. */
  private static final Instant CHANGED = Instant.parse("2026-11-24T00:00:00Z");

  private final Areas areas;
  private final RequestReading reading;
  private final RequestIntake requests;
  private final UpdateIntake updates;
  private final List<String> languages;
  private final String publicUrl;

  /**
   * The operations.
   *
   * @param languages that texts are offered in
   * @param publicUrl where this server is reached from outside, without a slash at the end
   */
  public Open311Operations(
      Areas areas,
      SystemReports reports,
      ApiKeys keys,
      Limiter limiter,
      InstantSource clock,
      List<String> languages,
      String publicUrl) {
    var clients = new Clients(keys, limiter);
    this.areas = areas;
    this.reading = new RequestReading(reports, clients, clock, publicUrl);
    this.requests = new RequestIntake(areas, clients, reports, () -> UUID.randomUUID().toString());
    this.updates = new UpdateIntake(areas, clients, reports);
    this.languages = List.copyOf(languages);
    this.publicUrl = publicUrl;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    both(api, "getOpen311Discovery", call -> inArea(call, this::discovery));
    both(api, "listOpen311Services", call -> inArea(call, area -> services(call, area)));
    both(api, "getOpen311Service", call -> inArea(call, area -> definition(call, area)));
    both(
        api,
        "listOpen311Requests",
        call -> within(call, area -> reading.list(call, area, language(call))));
    both(api, "postOpen311Request", call -> requests.take(call.form(), language(call)));
    both(
        api,
        "getOpen311Request",
        call -> within(call, area -> reading.one(call.path("requestId"), area, language(call))));
    both(api, "getOpen311Token", call -> within(call, area -> reading.token(call.path("token"))));
    both(api, "listOpen311Updates", call -> within(call, area -> reading.updates(call)));
    both(api, "postOpen311Update", call -> updates.take(call.form()));
  }

  private static void both(Api api, String operation, Function<Call, Future<Document>> answer) {
    api.on(operation + "Xml", call -> answer.apply(call).map(Document::xml))
        .on(operation + "Json", call -> answer.apply(call).map(Document::json));
  }

  private Future<Document> inArea(Call call, Function<Area, Document> answer) {
    return within(call, area -> Future.succeededFuture(answer.apply(area)));
  }

  private Future<Document> within(Call call, Function<Area, Future<Document>> answer) {
    return areas
        .area()
        .compose(
            known -> {
              var area = known.orElseThrow(Problem::notFound);
              Jurisdiction.check(call.query("jurisdiction_id"), area);
              return answer.apply(area);
            });
  }

  private Document discovery(Area area) {
    var endpoint =
        new Rows.Endpoint(
            SPECIFICATION,
            publicUrl + "/open311/v2/",
            CHANGED,
            "production",
            List.of("text/xml", "application/json"));
    return new Document(
        "discovery",
        new Rows.Discovery(
            CHANGED,
            area.name(),
            "Whoever runs this server makes keys with the command api-key.",
            List.of(endpoint)));
  }

  private Document services(Call call, Area area) {
    return new Document("services", new Services(area.reporting(), language(call)).list());
  }

  private Document definition(Call call, Area area) {
    return new Services(area.reporting(), language(call))
        .find(call.path("serviceCode"))
        .map(category -> Definitions.of(category, language(call)))
        .map(definition -> new Document("service_definition", definition))
        .orElseThrow(Problem::notFound);
  }

  private String language(Call call) {
    return call.language(languages);
  }
}
