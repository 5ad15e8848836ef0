package dev.mstv.bench.bare;

import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A bare gRPC server on virtual threads: no interceptor, users from memory or by one SELECT. */
public final class BareGrpc implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;

    private BareGrpc(int port, Function<String, BareUser> users) throws IOException {
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .executor(threads)
                .addService(new BareUserService(users))
                .build()
                .start();
    }

    /** Starts it on that port, or any if it is 0, with users from memory. */
    public static BareGrpc start(int port) throws IOException {
        return new BareGrpc(port, BareUsers::known);
    }

    /** Where it listens. */
    public int port() {
        return server.getPort();
    }

    /**
     * Starts it, and serves until the process ends.
     *
     * @param args port; then, for users by one SELECT, JDBC URL, user, password
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int port = Integer.parseInt(args[0]);
        BareGrpc bare =
                args.length == 1 ? start(port) : new BareGrpc(port, new BareUsers(args[1], args[2], args[3])::select);
        System.out.println("bare at " + bare.port());
        bare.server.awaitTermination();
    }

    @Override
    public void close() {
        Server unused = server.shutdownNow();
        threads.shutdown();
    }
}
