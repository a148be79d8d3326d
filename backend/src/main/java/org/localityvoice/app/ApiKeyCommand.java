package org.localityvoice.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.localityvoice.identity.apikey.ApiKey;
import org.localityvoice.identity.apikey.ApiKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and takes back the keys that other systems call with. */
@Command(name = "api-key", description = "Makes, lists and revokes keys for other systems.")
final class ApiKeyCommand implements Runnable {
  private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "create",
      description = "Makes a key and prints it. It is shown this once and kept nowhere.")
  int create(
      @Mixin SettingsOption settings,
      @Option(
              names = "--scope",
              required = true,
              paramLabel = "SCOPE",
              description = "What the key opens: open311.")
          List<String> scopes,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "NAME",
              description = "What it is for, at most 100 characters.")
          String name,
      @Option(
              names = "--organisation",
              paramLabel = "PARTNER",
              description = "The id of the partner in the area file that it acts for.")
          @Nullable String organisation) {
    scopes.stream()
        .filter(scope -> !ApiKeys.SCOPES.contains(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw new StartFailure(
                  "There is no scope "
                      + scope
                      + ", only "
                      + String.join(", ", new TreeSet<>(ApiKeys.SCOPES))
                      + ".");
            });
    if (!NAME.matcher(name).matches()) {
      throw new StartFailure("The name must have 1 to 100 characters, all of them printable.");
    }
    var partner = Optional.ofNullable(organisation);
    var made =
        Instance.use(
            settings.read(),
            parts -> {
              partner.ifPresent(id -> mustBeThere(parts, id));
              return Waiting.on(
                  parts.apiKeys.create(name, scopes.stream().distinct().toList(), partner));
            });
    spec.commandLine().getOut().println(made.text());
    spec.commandLine()
        .getErr()
        .println("Note: this is key " + made.key().id() + ". It is not shown again.");
    return 0;
  }

  private static void mustBeThere(Parts parts, String partner) {
    var known = Waiting.on(parts.areas.area()).flatMap(area -> area.partner(partner)).isPresent();
    if (!known) {
      throw new StartFailure("The area has no partner " + partner + ".");
    }
  }

  @Command(name = "list", description = "Lists the keys, the oldest first, without showing them.")
  int list(@Mixin SettingsOption settings) {
    Instance.use(settings.read(), parts -> Waiting.on(parts.apiKeys.all()))
        .forEach(key -> spec.commandLine().getOut().println(line(key)));
    return 0;
  }

  private static String line(ApiKey key) {
    var actsFor = Optional.ofNullable(key.organisation()).map(id -> " for " + id).orElse("");
    var end = Optional.ofNullable(key.revokedAt()).map(at -> ", revoked " + at).orElse("");
    return key.id()
        + "  "
        + key.name()
        + ": "
        + String.join(", ", key.scopes())
        + actsFor
        + ", made "
        + key.createdAt()
        + end;
  }

  @Command(name = "revoke", description = "Revokes a key for good, within seconds.")
  int revoke(
      @Mixin SettingsOption settings,
      @Parameters(paramLabel = "ID", description = "The key's id, as list shows it.") String id) {
    if (!Instance.use(settings.read(), parts -> Waiting.on(parts.apiKeys.revoke(id)))) {
      throw new StartFailure("There is no key " + id + ".");
    }
    spec.commandLine().getOut().println("Key " + id + " is revoked.");
    return 0;
  }
}
