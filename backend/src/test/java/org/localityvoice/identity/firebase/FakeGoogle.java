package org.localityvoice.identity.firebase;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.api.client.testing.http.MockLowLevelHttpRequest;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The two Google services that verification uses, behind the SDK's own transport hook: the
 * certificates of the token service, and the look-up of users.
 */
final class FakeGoogle extends HttpTransport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String certificate;
  private final Map<String, Map<String, Object>> users = new ConcurrentHashMap<>();
  private final AtomicInteger lookUps = new AtomicInteger();
  private final AtomicInteger certificateFetches = new AtomicInteger();
  private volatile Outage certificates = Outage.NONE;
  private volatile Outage userService = Outage.NONE;

  /** How a service fails. */
  enum Outage {
    NONE,
    NO_CONNECTION,
    BROKEN,
    NOT_JSON,
    FORBIDDEN
  }

  FakeGoogle(SigningKey key) {
    this.certificate = key.certificate();
  }

  /** Sign-in whose SDK talks to these services. */
  FirebaseIdentity identity(InstantSource clock) {
    var sdk = sdk();
    return new FirebaseIdentity(sdk, sdk, clock);
  }

  AdminSdk sdk() {
    var settings = new FirebaseSettings(TestTokens.PROJECT, Optional.empty(), Optional.empty());
    return new AdminSdk(settings, this::hookInto, FakeGoogle::credentials);
  }

  void user(String uid, Instant tokensValidAfter, boolean disabled) {
    users.put(
        uid,
        Map.of(
            "localId",
            uid,
            "disabled",
            disabled,
            "validSince",
            Long.toString(tokensValidAfter.getEpochSecond())));
  }

  void certificates(Outage outage) {
    certificates = outage;
  }

  void userService(Outage outage) {
    userService = outage;
  }

  int lookUps() {
    return lookUps.get();
  }

  int certificateFetches() {
    return certificateFetches.get();
  }

  private FirebaseOptions.Builder hookInto(FirebaseOptions.Builder options) {
    return options.setHttpTransport(this);
  }

  private static GoogleCredentials credentials() {
    var tomorrow = Date.from(Instant.now().plusSeconds(86_400));
    return GoogleCredentials.create(new AccessToken("test", tomorrow));
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new MockLowLevelHttpRequest(url) {
      @Override
      public LowLevelHttpResponse execute() throws IOException {
        if (url.contains("/robot/v1/metadata/x509/securetoken")) {
          certificateFetches.incrementAndGet();
          // An error page is not for keeping; the SDK would keep one that says it is.
          return answer(certificates, Map.of("one", certificate))
              .addHeader(
                  "Cache-Control",
                  certificates == Outage.NONE ? "public, max-age=3600" : "no-store");
        }
        if (url.endsWith("/projects/" + TestTokens.PROJECT + "/accounts:lookup")) {
          lookUps.incrementAndGet();
          return answer(userService, lookedUp(getContentAsString()));
        }
        throw new AssertionError("nobody asked for " + url);
      }
    };
  }

  private Map<String, Object> lookedUp(String question) throws IOException {
    var uid = JSON.readTree(question).path("localId").path(0).asText();
    var user = users.get(uid);
    return user == null ? Map.of("kind", "none") : Map.of("kind", "users", "users", List.of(user));
  }

  private static MockLowLevelHttpResponse answer(Outage outage, Map<String, ?> body)
      throws IOException {
    var response = new MockLowLevelHttpResponse().setContentType("application/json");
    return switch (outage) {
      case NONE -> response.setStatusCode(200).setContent(JSON.writeValueAsString(body));
      case NO_CONNECTION -> throw new ConnectException("nobody listens");
      // Some services repeat in their errors what they were asked.
      case BROKEN -> response.setStatusCode(500).setContent("sorry, no " + body);
      case NOT_JSON -> response.setStatusCode(200).setContent("[\"welcome to the hotel\"]");
      case FORBIDDEN ->
          response
              .setStatusCode(403)
              .setContent("{\"error\":{\"status\":\"PERMISSION_DENIED\",\"code\":403}}");
    };
  }
}
