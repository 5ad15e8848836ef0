package dev.mstv.bench;

import dev.mstv.contracts.user.GetUserRequest;
import dev.mstv.contracts.user.UserServiceGrpc.UserServiceStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A closed loop of {@code GetUser} on one connection: so many calls at once, each followed by the next when answered. */
final class GrpcLoad implements Target {

    static final int CALLS = 64;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UserServiceStub users;
    private final GetUserRequest request;

    GrpcLoad(UserServiceStub users, String id) {
        this.users = users;
        this.request = GetUserRequest.newBuilder().setId(id).build();
    }

    @Override
    public LoadResult run(Duration time) {
        long start = System.nanoTime();
        List<GrpcLane> lanes = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            GrpcLane lane = new GrpcLane(users, request, start + time.toNanos());
            lanes.add(lane);
            lane.next();
        }
        List<long[]> latencies = new ArrayList<>();
        long limit = time.plus(PATIENCE).toMillis();
        lanes.forEach(lane -> latencies.add(
                lane.latencies().orTimeout(limit, TimeUnit.MILLISECONDS).join()));
        return LoadResult.of(latencies, Duration.ofNanos(System.nanoTime() - start));
    }
}
