package org.localityvoice.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Sends ready bytes over HTTP/1.1 keep-alive connections from one thread and reads just enough of
 * the answers, so that most of the machine is left to the server.
 */
final class HttpLoad implements AutoCloseable {
  private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 16 * 1024;

  /** Is told about each answer: which request it was, and the body's text. */
  interface Answered {
    void answered(int request, String body);
  }

  /** How long all took, and how long each took, ascending. */
  @SuppressWarnings("ArrayRecordComponent") // Held as they are measured, compared by nobody.
  record Outcome(long nanos, long[] latencies) {
    double rate() {
      return latencies.length * 1e9 / nanos;
    }

    double micros(double quantile) {
      return latencies[(int) Math.min(latencies.length - 1L, (long) (latencies.length * quantile))]
          / 1e3;
    }
  }

  private static final class Connection {
    final SocketChannel channel;
    final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    int request;
    long since;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }
  }

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final int wantedStatus;
  private final Answered answered;

  /**
   * Connects.
   *
   * @param wantedStatus any other status ends the run with an error
   */
  HttpLoad(int port, int connections, int wantedStatus, Answered answered) throws IOException {
    this.wantedStatus = wantedStatus;
    this.answered = answered;
    selector = Selector.open();
    for (var i = 0; i < connections; i++) {
      var channel = SocketChannel.open(new InetSocketAddress("localhost", port));
      channel.configureBlocking(false);
      channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
      var connection = new Connection(channel);
      channel.register(selector, SelectionKey.OP_READ, connection);
      this.connections.add(connection);
    }
  }

  /** A POST as bytes; the body may be empty. */
  static byte[] post(String path, String body, String... headers) {
    var text = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (var i = 0; i < headers.length; i += 2) {
      text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Type: application/json\r\n");
    }
    var length = body.getBytes(StandardCharsets.UTF_8).length;
    return text.append("Content-Length: " + length + "\r\n\r\n" + body)
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Each connection sends its next request when it has its answer. */
  Outcome run(int count, IntFunction<byte[]> requests) throws IOException {
    return run(count, requests, 0);
  }

  /**
   * Requests fall due at a steady rate, whatever the server does; latency counts from when a
   * request fell due.
   *
   * @param rate requests a second; 0 for as fast as answers come
   */
  Outcome run(int count, IntFunction<byte[]> requests, double rate) throws IOException {
    var latencies = new long[count];
    var idle = new ArrayDeque<>(connections);
    var begin = System.nanoTime();
    var sent = 0;
    var done = 0;
    while (done < count) {
      var now = System.nanoTime();
      var due = rate == 0 ? count : Math.min(count, (int) ((now - begin) * rate / 1e9) + 1);
      while (sent < due && !idle.isEmpty()) {
        var since = rate == 0 ? System.nanoTime() : begin + (long) (sent * 1e9 / rate);
        send(idle.poll(), sent, requests.apply(sent), since);
        sent++;
      }
      var pause = rate == 0 || sent == count || idle.isEmpty() ? 1_000 : 1;
      selector.select(pause);
      var keys = selector.selectedKeys().iterator();
      while (keys.hasNext()) {
        var connection = (Connection) keys.next().attachment();
        keys.remove();
        if (complete(connection)) {
          latencies[done++] = System.nanoTime() - connection.since;
          idle.add(connection);
        }
      }
      if (System.nanoTime() - begin > TimeUnit.MINUTES.toNanos(5)) {
        throw new IOException("only " + done + " of " + count + " answers within five minutes");
      }
    }
    var nanos = System.nanoTime() - begin;
    Arrays.sort(latencies);
    return new Outcome(nanos, latencies);
  }

  private static void send(Connection connection, int request, byte[] bytes, long since)
      throws IOException {
    connection.request = request;
    connection.since = since;
    connection.in.clear();
    var out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      connection.channel.write(out);
    }
  }

  private boolean complete(Connection connection) throws IOException {
    if (connection.channel.read(connection.in) < 0) {
      throw new IOException("the server has closed a connection");
    }
    var bytes = connection.in.array();
    var end = connection.in.position();
    var head = headEnd(bytes, end);
    if (head < 0 || end < head + length(bytes, head)) {
      return false;
    }
    var status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    var body = new String(bytes, head, end - head, StandardCharsets.UTF_8);
    if (status != wantedStatus) {
      throw new IOException("the server answered " + status + ": " + body);
    }
    answered.answered(connection.request, body);
    return true;
  }

  private static int headEnd(byte[] bytes, int end) {
    for (var i = 3; i < end; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int length(byte[] bytes, int head) throws IOException {
    for (var i = 0; i < head - LENGTH.length; i++) {
      if (Arrays.equals(bytes, i, i + LENGTH.length, LENGTH, 0, LENGTH.length)) {
        var length = 0;
        for (var at = i + LENGTH.length; bytes[at] != '\r'; at++) {
          length = length * 10 + bytes[at] - '0';
        }
        return length;
      }
    }
    throw new IOException("an answer without its length");
  }

  @Override
  public void close() throws IOException {
    for (var connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }
}
