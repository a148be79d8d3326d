package org.localityvoice.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.localityvoice.problem.Problem;

/** The contract to read and to download; the viewer comes from a WebJar and asks nobody else. */
public final class ContractOperations {
  private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/";
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "favicon-32x32.png", "image/png",
          "docs.js", "text/javascript");
  private static final Set<String> SCHEMAS =
      Set.of(
          "pmf-statement-2.json", "pmf-statement-1.json", "pmf-operational-1.json", "area-1.json");
  private static final String NOTHING_FROM_ELSEWHERE =
      "default-src 'none'; connect-src 'self'; img-src 'self' data:; script-src 'self';"
          + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

  private final Reply contract;
  private final Reply page;

  /** Serves this contract. */
  public ContractOperations(Contract contract) {
    this.contract = Reply.of("application/yaml", Buffer.buffer(contract.text()));
    this.page =
        Reply.of("text/html; charset=utf-8", read("/docs/index.html"))
            .with("Content-Security-Policy", NOTHING_FROM_ELSEWHERE);
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    var home = new Reply(302, Map.of("Location", "/docs"), "text/plain", Buffer.buffer());
    api.on("getHome", call -> Future.succeededFuture(home))
        .on("getContract", call -> Future.succeededFuture(contract))
        .on("getDocs", call -> Future.succeededFuture(page))
        .on("getDocsFile", this::file)
        .on("getSchema", this::schema);
  }

  private Future<Reply> schema(Call call) {
    var name = call.path("file");
    if (!SCHEMAS.contains(name)) {
      throw Problem.notFound();
    }
    return Future.succeededFuture(
        Reply.of("application/schema+json", read("/schemas/" + name))
            .with("Cache-Control", "max-age=3600"));
  }

  private Future<Reply> file(Call call) {
    var name = call.path("file");
    var type = Optional.ofNullable(TYPES.get(name)).orElseThrow(Problem::notFound);
    var path = name.equals("docs.js") ? "/docs/docs.js" : VIEWER + version() + "/" + name;
    return Future.succeededFuture(Reply.of(type, read(path)).with("Cache-Control", "max-age=3600"));
  }

  private static String version() {
    try (var in = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
      var properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Buffer read(String path) {
    try (var in = open(path)) {
      return Buffer.buffer(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) throws IOException {
    var in = ContractOperations.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException("missing from the class path: " + path);
    }
    return in;
  }
}
