package dev.mstv.bench.bare;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A bare gRPC server on virtual threads: no interceptor, no database. */
public final class BareGrpc implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;

    private BareGrpc(int port) throws IOException {
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .executor(threads)
                .addService(new BareUserService())
                .build()
                .start();
    }

    /** Starts it on that port, or any if it is 0. */
    public static BareGrpc start(int port) throws IOException {
        return new BareGrpc(port);
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /**
     * Starts it, and serves until the process ends.
     *
     * @param args port
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        BareGrpc bare = start(Integer.parseInt(args[0]));
        System.out.println("bare at " + bare.port());
        bare.server.awaitTermination();
    }

    @Override
    public void close() {
        Server unused = server.shutdownNow();
        threads.shutdown();
    }
}
