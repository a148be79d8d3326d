package org.localityvoice.mongo.embedded;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A MongoDB-compatible store in one file, for one process at a time, reachable on the loopback
 * address only. An acknowledged write survives the death of the process.
 *
 * <p>It lacks transactions, pipeline updates, partial and text indexes, expiry, geographical
 * operators and change streams.
 */
public final class EmbeddedStore implements AutoCloseable {
  private static final int SECONDS_TO_FINISH = 10;

  private final StoreFile file;
  private final Writer writer;
  private final Commands commands;
  private final ExecutorService readers;
  private final EventLoopGroup loops;
  private final ChannelGroup clients;
  private final Channel server;

  private EmbeddedStore(StoreFile file, boolean syncToDisk, Writer.Answers answers) {
    this.file = file;
    this.writer = new Writer(file, syncToDisk, answers);
    int cores = Runtime.getRuntime().availableProcessors();
    this.readers =
        Executors.newFixedThreadPool(
            Math.max(2, cores), new DefaultThreadFactory("store-reader", true));
    this.commands = new Commands(new StoreBackend(file), file, readers, writer);
    this.loops =
        new MultiThreadIoEventLoopGroup(
            Math.max(1, cores / 2),
            new DefaultThreadFactory("store-net", true),
            NioIoHandler.newFactory());
    this.clients = new DefaultChannelGroup("store-clients", loops.next());
    writer.start();
    this.server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Pipeline())
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  /**
   * Opens the file {@code store.mv} in the folder, or begins one.
   *
   * @throws StoreUnavailableException if the folder cannot be made or written, another process has
   *     it open, or the file is damaged or from a newer version
   */
  public static EmbeddedStore open(Path folder, EmbeddedOptions options)
      throws StoreUnavailableException {
    return open(folder, options, Writer.Answers.AFTER_COMMIT);
  }

  /** Whether a store has been begun in the folder. */
  public static boolean isIn(Path folder) {
    return StoreFile.isIn(folder);
  }

  static EmbeddedStore open(Path folder, EmbeddedOptions options, Writer.Answers answers)
      throws StoreUnavailableException {
    StoreFile file = StoreFile.open(folder, options.cacheMebibytes());
    return new EmbeddedStore(file, options.syncToDisk(), answers);
  }

  /** For a driver in this process or on this machine. The store knows no retryable writes. */
  public String connectionString() {
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    return "mongodb://127.0.0.1:" + port + "/?directConnection=true&retryWrites=false";
  }

  /** Lets commands under way finish and their answers go, then commits, compacts and lets go. */
  @Override
  public void close() {
    server.close().syncUninterruptibly();
    commands.close();
    readers.shutdown();
    awaitReaders();
    writer.finish();
    clients.forEach(
        client ->
            client.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE));
    clients.newCloseFuture().awaitUninterruptibly(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    loops.shutdownGracefully(0, SECONDS_TO_FINISH, TimeUnit.SECONDS).syncUninterruptibly();
    file.close();
  }

  private void awaitReaders() {
    try {
      if (!readers.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        // A longer read loses its file; it fails, and nothing else does.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Pipeline extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      clients.add(channel);
      channel
          .pipeline()
          .addLast(new MongoWireReplyEncoder())
          .addLast(new MongoWireMessageEncoder())
          .addLast(new MongoWireProtocolHandler())
          .addLast(commands);
    }
  }
}
