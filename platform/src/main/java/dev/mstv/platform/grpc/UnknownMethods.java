package dev.mstv.platform.grpc;

import dev.mstv.platform.edge.RequestIds;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers for methods that are not here, as for everything else that is refused. */
final class UnknownMethods extends HandlerRegistry {

    private static final Problem UNKNOWN =
            Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "not_found", "There is no such method here.");

    @Override
    public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
        MethodDescriptor<InputStream, InputStream> method = MethodDescriptor.newBuilder(new Ignored(), new Ignored())
                .setFullMethodName(name)
                .setType(MethodDescriptor.MethodType.UNKNOWN)
                .build();
        return ServerMethodDefinition.create(method, (call, headers) -> {
            StatusRuntimeException refusal = ProblemStatus.of(UNKNOWN, RequestIds.next());
            call.close(refusal.getStatus(), Objects.requireNonNullElseGet(refusal.getTrailers(), Metadata::new));
            return new ServerCall.Listener<>() {};
        });
    }

    private static final class Ignored implements MethodDescriptor.Marshaller<InputStream> {

        @Override
        public InputStream stream(InputStream value) {
            return value;
        }

        @Override
        public InputStream parse(InputStream stream) {
            return new ByteArrayInputStream(new byte[0]);
        }
    }
}
