package dev.mstv.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * TCP ports of the loopback address, for servers that are told theirs before they start.
 *
 * <p>They lie below those that the systems give to outgoing connections (from 32,768 on Linux, from 49,152 elsewhere):
 * a port that is free now is not taken by the next connection that somebody opens. No port is given twice, until all
 * were; the first is a random one, so that two processes hardly meet.
 */
public final class Ports {

    private static final int LOWEST = 10_000;
    private static final int COUNT = 22_000;
    private static final AtomicInteger GIVEN =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /** A port that nobody uses at this moment; another process may still take it first. */
    public static int free() {
        return free(1);
    }

    /**
     * The first of so many ports in a row that nobody uses at this moment.
     *
     * @throws IllegalStateException if there are none
     */
    public static int free(int row) {
        for (int given = 0; given < COUNT; given += row) {
            int first = LOWEST + Math.floorMod(GIVEN.getAndAdd(row), COUNT);
            if (IntStream.range(first, first + row).noneMatch(Ports::isTaken)) {
                return first;
            }
        }
        throw new IllegalStateException("No " + row + " ports in a row are free");
    }

    /** Whether somebody listens on the port. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
