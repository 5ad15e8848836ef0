package dev.mstv.platform.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts the calls whose caller went before there was an answer, by cancelling or because their time was over. */
@Singleton
final class Departures implements ServerInterceptor {

    private final Counter departures;

    Departures(MeterRegistry meters) {
        this.departures = Counter.builder("mstv.grpc.abandoned")
                .description("Calls by gRPC whose caller went before there was an answer")
                .register(meters);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        Context.current()
                .addListener(
                        ended -> {
                            if (ended.cancellationCause() != null) {
                                departures.increment();
                            }
                        },
                        Runnable::run);
        return next.startCall(call, headers);
    }
}
