package org.localityvoice.mongo.embedded;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The servers whose answers must be the same. */
final class Servers implements ArgumentsProvider {
  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Optional<String> uri = Optional.ofNullable(System.getenv("MONGODB_URI"));
    if (uri.isEmpty()) {
      context
          .getRoot()
          .getStore(Namespace.create(Servers.class))
          .getOrComputeIfAbsent("said", key -> say());
    }
    return Stream.concat(
        Stream.of(Arguments.of(Server.embedded())),
        uri.stream().map(Server::real).map(Arguments::of));
  }

  private static boolean say() {
    System.out.println(
        "The conformance tests run against the embedded store only: MONGODB_URI is not set, so"
            + " there is no real MongoDB to compare it with.");
    return true;
  }
}
