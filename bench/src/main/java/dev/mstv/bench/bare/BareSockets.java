package dev.mstv.bench.bare;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.Future;

/** A bare WebSocket server at {@code /ws}: whoever has joined is sent whatever anybody says. */
public final class BareSockets implements AutoCloseable {

    private static final int WAITING = 4096;
    private static final int LARGEST = 65_536;

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
    private final Channel listening;

    private BareSockets(int port) {
        BareRoom room = new BareRoom(threads.next());
        this.listening = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, WAITING)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LARGEST),
                                        new WebSocketServerProtocolHandler("/ws"),
                                        room);
                    }
                })
                .bind("127.0.0.1", port)
                .syncUninterruptibly()
                .channel();
    }

    /** Starts it on that port, or any if it is 0. */
    public static BareSockets start(int port) {
        return new BareSockets(port);
    }

    /** Where it listens. */
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /**
     * Starts it.
     *
     * @param args port
     */
    public static void main(String[] args) {
        System.out.println("bare at " + start(Integer.parseInt(args[0])).port());
    }

    @Override
    public void close() {
        Future<?> unused = threads.shutdownGracefully();
    }
}
