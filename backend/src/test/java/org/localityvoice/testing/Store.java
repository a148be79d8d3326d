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
  private final List<Mongo> connections = new ArrayList<>();

  Store(String address, String database) {
    this.address = address;
    this.database = database;
  }

  /** A further connection. */
  public Mongo connect() {
    var mongo = Mongo.connect(uri());
    connections.add(mongo);
    return mongo;
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
    connections.forEach(Mongo::close);
    try (var client = MongoClients.create(uri())) {
      Wait.forResult(Publishers.done(client.getDatabase(database).drop()));
    }
  }
}
