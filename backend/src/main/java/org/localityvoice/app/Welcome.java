package org.localityvoice.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.localityvoice.app.Settings.SignIn;
import org.localityvoice.identity.local.Persona;
import org.localityvoice.identity.local.Personas;

/** What the console says once requests are served. */
final class Welcome {
  private Welcome() {}

  static List<String> lines(Settings settings, Backend backend) {
    var host = settings.http().host().equals("0.0.0.0") ? "localhost" : settings.http().host();
    var base = "http://" + host + ":" + backend.port();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "Locality Voice serves on " + base + (settings.production() ? "" : " in EVALUATION mode"));
    lines.add("  API docs        " + base + "/docs (to download: " + base + "/openapi.yaml)");
    if (settings.signIn() instanceof SignIn.Local) {
      var people =
          Personas.load().all().stream().map(Persona::id).collect(Collectors.joining(", "));
      lines.add("  Sample people   " + people);
      lines.add("                  who they are: " + base + "/v1/local/personas");
    } else {
      lines.add("  Sign-in         Firebase Authentication");
    }
    lines.add("  Data            " + StoreConnection.place(settings));
    lines.add("  PMF statements  to " + settings.pmf().target());
    lines.add(
        "  Health, metrics http://"
            + settings.management().host()
            + ":"
            + backend.managementPort()
            + "/health/ready, /metrics");
    if (!settings.production()) {
      lines.add(
          "Evaluation mode is for trying things out: anybody who reaches it can sign in as anybody.");
    }
    lines.add("Stop with Ctrl-C.");
    return lines;
  }
}
