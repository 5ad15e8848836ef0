package dev.mstv.platform.grpc;

import dev.mstv.platform.config.Settings;
import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.services.ProtoReflectionService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What clients may call: the services of the modules, health, and outside of production reflection. */
@Singleton
@Requires(property = Grpc.EDGE, value = "true")
final class PublicServices {

    private final List<ServerServiceDefinition> all = new ArrayList<>();
    private final Bystanders bystanders;
    private final Watches watches;

    PublicServices(
            List<GrpcEdge> edges,
            ClientCalls calls,
            HealthService health,
            Patience patience,
            Watches watches,
            Settings settings) {
        this.watches = watches;
        this.bystanders = new Bystanders(patience);
        edges.forEach(edge -> all.add(calls.around(edge.bindService())));
        add(health);
        if (!settings.production()) {
            add(ProtoReflectionServiceV1.newInstance());
            add(oldReflection());
        }
    }

    List<ServerServiceDefinition> all() {
        return List.copyOf(all);
    }

    /** Ends what would last as long as its client wants. */
    void end() {
        bystanders.end();
        watches.end();
    }

    private void add(BindableService service) {
        all.add(ServerInterceptors.intercept(service, bystanders));
    }

    // Many tools know no other yet.
    @SuppressWarnings("deprecation")
    private static BindableService oldReflection() {
        return ProtoReflectionService.newInstance();
    }
}
