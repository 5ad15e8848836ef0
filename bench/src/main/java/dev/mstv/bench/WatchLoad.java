package dev.mstv.bench;

import dev.mstv.contracts.user.UpdateUserRequest;
import dev.mstv.contracts.user.UserResponse;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceBlockingStub;
import dev.mstv.contracts.user.WatchUsersRequest;
import dev.mstv.devstack.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Streams of what happens to users, while users rename themselves as fast as the streams take it. */
final class WatchLoad implements AutoCloseable {

    static final int STREAMS = 64;
    static final int RENAMING = 4;

    // So many renames may be on their way to the streams.
    private static final int AHEAD = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final GrpcConnection connection;
    private final List<Person> renamed;
    private final List<WatchStream> streams = new ArrayList<>();
    private final Semaphore room = new Semaphore(AHEAD * STREAMS);

    /**
     * Opens the streams; returns when each has heard something.
     *
     * @param watchers take turns in opening streams
     */
    WatchLoad(int port, List<Person> watchers, List<Person> renamed) {
        this.connection = new GrpcConnection(port);
        this.renamed = renamed;
        for (int i = 0; i < STREAMS; i++) {
            WatchStream stream = new WatchStream(room);
            streams.add(stream);
            connection
                    .users(watchers.get(i % watchers.size()).token())
                    .watchUsers(WatchUsersRequest.getDefaultInstance(), stream);
        }
        Renaming first = new Renaming(renamed.getFirst());
        if (!Polling.until(LIMIT, () -> {
            first.once();
            return streams.stream().allMatch(stream -> stream.heard() > 0);
        })) {
            throw new IllegalStateException("A stream hears nothing");
        }
    }

    /** How many events come out of all streams in a second. */
    double perSecond(Duration time) {
        long start = System.nanoTime();
        long before = heard();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Person person : renamed) {
                running.add(threads.submit(() -> new Renaming(person).until(start + time.toNanos())));
            }
            for (Future<?> one : running) {
                Object unused = one.get();
            }
            return (heard() - before) * 1e9 / (System.nanoTime() - start);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Users could not be renamed", e);
        }
    }

    private long heard() {
        return streams.stream().mapToLong(WatchStream::heard).sum();
    }

    @Override
    public void close() {
        connection.close();
    }

    /** A user's ever new names. */
    private final class Renaming {

        private final UserServiceBlockingStub users;
        private final Person person;

        Renaming(Person person) {
            this.person = person;
            this.users = connection.blockingUsers(person.token());
        }

        void once() {
            UserResponse unused = users.withDeadlineAfter(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .updateUser(UpdateUserRequest.newBuilder()
                            .setId(person.id().toString())
                            .setName("Ada " + System.nanoTime())
                            .build());
        }

        boolean until(long end) throws InterruptedException {
            while (System.nanoTime() < end) {
                if (!room.tryAcquire(STREAMS, LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IllegalStateException("The streams hear nothing more");
                }
                once();
            }
            return true;
        }
    }
}
