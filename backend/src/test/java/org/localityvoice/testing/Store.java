package org.localityvoice.testing;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** An empty database, to which any number of instances may connect. It is gone after the test. */
public final class Store implements AutoCloseable {
  /** What the server calls its database when nothing says another name. */
  private static final String USUAL = "locality-voice";

  private final Supplier<String> address;
  private final Optional<OwnServer> own;
  private final String database;
  private final List<Mongo> connections = new ArrayList<>();
  private final List<Store> others = new ArrayList<>();

  private Store(Supplier<String> address, Optional<OwnServer> own, String database) {
    this.address = address;
    this.own = own;
    this.database = database;
  }

  /** A database on a server that outlives the tests. */
  static Store on(String address) {
    return new Store(() -> address, Optional.empty(), "test-" + UUID.randomUUID());
  }

  /** A database on an embedded store of its own. */
  static Store embedded() {
    var server = new OwnServer();
    return new Store(server::address, Optional.of(server), USUAL);
  }

  /**
   * Begins with what an embedded store in that folder holds, if this one is embedded and nobody has
   * used it yet.
   *
   * @return whether it does
   */
  public boolean beginsAs(Path folder) {
    return own.map(server -> server.beginsAs(folder)).orElse(false);
  }

  /** A further connection. */
  public Mongo connect() {
    var mongo = Mongo.connect(uri());
    connections.add(mongo);
    return mongo;
  }

  /** A second empty database on the same server. */
  public Store another() {
    var more = new Store(address, Optional.empty(), database + "-" + others.size());
    others.add(more);
    return more;
  }

  /** The connection string, for code that connects by itself. */
  public String uri() {
    var whole = address.get();
    var plain = new ConnectionString(whole);
    var path = plain.getDatabase() == null ? "" : plain.getDatabase();
    var query = whole.indexOf('?') < 0 ? "" : whole.substring(whole.indexOf('?'));
    var start = whole.substring(0, whole.length() - query.length());
    var host = path.isEmpty() ? start : start.substring(0, start.length() - path.length());
    return (host.endsWith("/") ? host : host + "/") + database + query;
  }

  @Override
  public void close() throws IOException {
    connections.forEach(Mongo::close);
    for (var other : others) {
      other.close();
    }
    if (own.isPresent()) {
      own.get().close();
      return;
    }
    try (var client = MongoClients.create(uri())) {
      Wait.forResult(Publishers.done(client.getDatabase(database).drop()));
    }
  }
}
