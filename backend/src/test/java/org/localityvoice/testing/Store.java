package org.localityvoice.testing;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.ArrayList;
import java.util.List;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/**
 * An empty database, to which any number of instances may connect. It is dropped after the test.
 */
public final class Store implements AutoCloseable {
  private final String address;
  private final String database;
  private final boolean lasting;
  private final List<Mongo> connections = new ArrayList<>();
  private final List<Store> others = new ArrayList<>();

  /**
   * A database.
   *
   * @param lasting whether the server outlives the tests, so that the database must be dropped
   */
  Store(String address, String database, boolean lasting) {
    this.address = address;
    this.database = database;
    this.lasting = lasting;
  }

  /** A further connection. */
  public Mongo connect() {
    var mongo = Mongo.connect(uri());
    connections.add(mongo);
    return mongo;
  }

  /** A second empty database on the same server. */
  public Store another() {
    var more = new Store(address, database + "-" + others.size(), lasting);
    others.add(more);
    return more;
  }

  /** The connection string, for code that connects by itself. */
  public String uri() {
    var plain = new ConnectionString(address);
    var path = plain.getDatabase() == null ? "" : plain.getDatabase();
    var query = address.indexOf('?') < 0 ? "" : address.substring(address.indexOf('?'));
    var start = address.substring(0, address.length() - query.length());
    var host = path.isEmpty() ? start : start.substring(0, start.length() - path.length());
    return (host.endsWith("/") ? host : host + "/") + database + query;
  }

  @Override
  public void close() {
    others.forEach(Store::close);
    connections.forEach(Mongo::close);
    if (lasting) {
      try (var client = MongoClients.create(uri())) {
        Wait.forResult(Publishers.done(client.getDatabase(database).drop()));
      }
    }
  }
}
