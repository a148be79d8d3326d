package org.localityvoice.testing;

import com.mongodb.ConnectionString;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A line to a store that carries so many writes and refuses all that come after, until it is
 * mended. To be cut off after a write is the same as before the next.
 */
public final class WeakLine implements AutoCloseable {
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
  private static final int HEADER = 16;
  private static final int OP_MSG = 2013;

  /** Flags, the kind of the first section, the length of its document, the type of its first. */
  private static final int TO_NAME = HEADER + 4 + 1 + 4 + 1;

  private final ConnectionString store;
  private final ServerSocket door;
  private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  /** To the store of that address. */
  public WeakLine(String uri) {
    try {
      store = new ConnectionString(uri);
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** The address of the store by this line. */
  public String uri() {
    return "mongodb://localhost:" + door.getLocalPort() + "/" + store.getDatabase();
  }

  /** Carries so many more writes. */
  public void carries(int writes) {
    left.set(writes);
  }

  /** Carries everything again. */
  public void mend() {
    left.set(Integer.MAX_VALUE);
  }

  /** Whether a write has been refused since it was last said how many are carried. */
  public boolean isCut() {
    return left.get() < 0;
  }

  private void accept() {
    try {
      while (true) {
        var client = door.accept();
        var host = store.getHosts().get(0).split(":", -1);
        var server = new Socket(host[0], Integer.parseInt(host[1]));
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        start(() -> forth(client, server));
        start(() -> back(client, server));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void forth(Socket client, Socket server) {
    try (client;
        server) {
      var from = new DataInputStream(client.getInputStream());
      var to = server.getOutputStream();
      while (true) {
        var message = message(from);
        if (isWrite(message) && left.get() != Integer.MAX_VALUE && left.decrementAndGet() < 0) {
          refuse(client.getOutputStream(), message);
        } else {
          to.write(message);
          to.flush();
        }
      }
    } catch (IOException e) {
      // One of them has hung up.
    }
  }

  private static void back(Socket client, Socket server) {
    try (client;
        server) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // One of them has hung up.
    }
  }

  private static byte[] message(DataInputStream from) throws IOException {
    var length = Integer.reverseBytes(from.readInt());
    var message = new byte[length];
    little(message).putInt(0, length);
    from.readFully(message, Integer.BYTES, length - Integer.BYTES);
    return message;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean isWrite(byte[] message) {
    if (little(message).getInt(12) != OP_MSG || message[HEADER + 4] != 0) {
      return false;
    }
    var end = TO_NAME;
    while (message[end] != 0) {
      end++;
    }
    return WRITES.contains(new String(message, TO_NAME, end - TO_NAME, StandardCharsets.US_ASCII));
  }

  private static void refuse(OutputStream client, byte[] request) throws IOException {
    var says =
        new BsonDocument("ok", new BsonDouble(0))
            .append("errmsg", new BsonString("cut off"))
            .append("code", new BsonInt32(8000));
    var document = new RawBsonDocument(says, new BsonDocumentCodec()).getByteBuffer();
    var reply = new byte[HEADER + 4 + 1 + document.remaining()];
    var buffer = little(reply);
    buffer.putInt(reply.length).putInt(1).putInt(little(request).getInt(4)).putInt(OP_MSG);
    buffer.putInt(0).put((byte) 0).put(document.asNIO());
    client.write(reply);
    client.flush();
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "weak-line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
