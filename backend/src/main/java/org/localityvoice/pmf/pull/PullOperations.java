package org.localityvoice.pmf.pull;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.localityvoice.http.Api;
import org.localityvoice.http.Call;
import org.localityvoice.http.Reply;
import org.localityvoice.pmf.PublishedFigures;

/**
 * Published figures to fetch, in open formats; the same that were sent, from the same statements.
 */
public final class PullOperations {
  private static final String CSV = "text/csv; charset=utf-8; header=present";
  private static final String CSVW = "application/csvm+json";
  private static final String SDMX = "application/vnd.sdmx.data+json;version=2.1.0";
  private static final String FILE = "observations.csv";
  private static final String PLACE = "/v1/pmf/";
  private static final int USUAL_PAGE = 50;

  private final PublishedFigures figures;
  private final String publicUrl;

  /**
   * The operations.
   *
   * @param publicUrl where this service is
   */
  public PullOperations(PublishedFigures figures, String publicUrl) {
    this.figures = figures;
    this.publicUrl = publicUrl;
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    api.on("pullObservationsCsv", this::csv)
        .on("pullObservationsMetadata", this::metadata)
        .on("pullAnswersCsv", this::answers)
        .on("pullObservationsSdmx", this::sdmx);
  }

  private Future<Reply> csv(Call call) {
    var described = "<" + FILE + "-metadata.json>; rel=\"describedby\"; type=\"" + CSVW + "\"";
    return page(call, FILE, described, CSV, rows -> ObservationsCsv.of(rows));
  }

  private Future<Reply> answers(Call call) {
    return page(call, "answers.csv", "", CSV, rows -> AnswersCsv.of(rows));
  }

  private Future<Reply> metadata(Call call) {
    return Future.succeededFuture(Reply.tagged(CSVW, bytes(CsvMetadata.of(FILE).toPrettyString())));
  }

  private Future<Reply> sdmx(Call call) {
    return page(
        call, "sdmx.json", "", SDMX, rows -> bytes(SdmxJson.of(rows, publicUrl).toString()));
  }

  private Future<Reply> page(
      Call call, String file, String link, String type, Function<List<Row>, byte[]> write) {
    var limit = call.number("limit", USUAL_PAGE);
    var since = call.query("since").map(Long::parseLong).orElse(0L);
    return figures
        .since(since, limit)
        .map(
            found -> {
              var page = Page.of(found, limit);
              var links = links(page, file, link, limit);
              var reply = Reply.tagged(type, write.apply(page.rows()));
              return links.isEmpty() ? reply : reply.with("Link", links);
            });
  }

  private static String links(Page page, String file, String link, int limit) {
    if (!page.more()) {
      return link;
    }
    var since = "?since=" + page.last() + "&limit=" + limit;
    var next = "<" + PLACE + file + since + ">; rel=\"next\"";
    return link.isEmpty() ? next : next + ", " + link;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
