package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes commands from connections: greetings are answered at once, reads on the readers' threads,
 * everything else by the {@link Writer}.
 */
@ChannelHandler.Sharable
final class Commands extends SimpleChannelInboundHandler<ClientRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private static final Set<String> GREETINGS =
      Set.of("hello", "isMaster", "ismaster", "ping", "buildInfo", "buildinfo", "endSessions");
  private static final Set<String> READS =
      Set.of(
          "find",
          "getMore",
          "killCursors",
          "count",
          "distinct",
          "listCollections",
          "listIndexes",
          "dbStats",
          "collStats",
          "validate",
          "serverStatus",
          "connectionStatus");

  private final AtomicInteger ids = new AtomicInteger();
  private final MongoBackend backend;
  private final StoreFile file;
  private final Executor readers;
  private final Writer writer;
  private volatile boolean closing;

  Commands(MongoBackend backend, StoreFile file, Executor readers, Writer writer) {
    this.backend = backend;
    this.file = file;
    this.readers = readers;
    this.writer = writer;
  }

  /** From now on commands are refused. */
  void close() {
    closing = true;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    MessageHeader header =
        new MessageHeader(ids.incrementAndGet(), request.getHeader().getRequestID());
    var channel = context.channel();
    if (request instanceof MongoMessage message) {
      dispatch(message, answer -> send(channel, new MongoMessage(channel, header, answer)));
    } else if (request instanceof MongoQuery query) {
      // Drivers greet in the old protocol and speak the new one from then on.
      send(channel, new MongoReply(header, List.of(greet(query)), 0));
    }
  }

  private static void send(Channel channel, Object reply) {
    // A failure means that the client has gone; the connection ends by itself.
    var unused = channel.writeAndFlush(reply);
  }

  private Document greet(MongoQuery query) {
    String command = query.getQuery().keySet().iterator().next();
    if (!GREETINGS.contains(command)) {
      return Failures.internal();
    }
    String greeting = command.equals("hello") ? "ismaster" : command;
    return backend.handleCommand(
        query.getChannel(), query.getDatabaseName(), greeting, query.getQuery());
  }

  private void dispatch(MongoMessage message, Consumer<Document> answer) {
    Document query = message.getDocument();
    String command = query.keySet().iterator().next();
    try {
      if (closing || !file.isOpen()) {
        answer.accept(Failures.closing());
      } else if (GREETINGS.contains(command)) {
        answer.accept(carryOut(message));
      } else if (READS.contains(command) || (command.equals("aggregate") && onlyReads(query))) {
        readers.execute(() -> answer.accept(file.read(() -> carryOut(message))));
      } else {
        writer.submit(() -> carryOut(message), answer);
      }
    } catch (RejectedExecutionException e) {
      answer.accept(Failures.closing());
    }
  }

  private static boolean onlyReads(Document query) {
    return query.get("pipeline") instanceof List<?> stages
        && stages.stream()
            .noneMatch(
                stage ->
                    stage instanceof Document each
                        && (each.containsKey("$out") || each.containsKey("$merge")));
  }

  private Document carryOut(MongoMessage message) {
    try {
      return backend.handleMessage(message);
    } catch (MongoServerException refused) {
      return Failures.of(refused);
    } catch (RuntimeException failure) {
      LOG.error("The command {} failed.", message.getDocument().keySet(), failure);
      return Failures.internal();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    backend.handleClose(context.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("A connection to the store ends.", cause);
    var unused = context.close();
  }
}
