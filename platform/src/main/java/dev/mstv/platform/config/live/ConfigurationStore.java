package dev.mstv.platform.config.live;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.consul.ConsulAgent;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.kiwiproject.consul.ConsulException;
import org.kiwiproject.consul.model.kv.ImmutableOperation;
import org.kiwiproject.consul.model.kv.Operation;
import org.kiwiproject.consul.model.kv.Verb;
import org.kiwiproject.consul.option.ConsistencyMode;
import org.kiwiproject.consul.option.ImmutableQueryOptions;
import org.kiwiproject.consul.option.QueryOptions;

/** The settings in Consul. Thread-safe. */
@Singleton
@Requires(property = ConsulAgent.ON, value = "true")
final class ConfigurationStore {

    private static final QueryOptions NEWEST = ImmutableQueryOptions.builder()
            .consistencyMode(ConsistencyMode.CONSISTENT)
            .build();

    private final ConsulAgent consul;

    ConfigurationStore(ConsulAgent consul) {
        this.consul = consul;
    }

    /**
     * What stands there, at some moment after the beginning of this call.
     *
     * @throws ConsulException if Consul does not answer
     */
    Snapshot newest() {
        return Snapshot.of(consul.keys().getConsulResponseWithValues(ConfigurationKeys.ROOT, NEWEST));
    }

    /**
     * Gives a setting of every process a value, and notes in the same transaction who asks for it.
     *
     * @param value blank to take it away
     * @throws ConsulException if Consul does not answer, or refuses
     */
    void put(String name, String value, CallContext call) {
        String key = ConfigurationKeys.of(name);
        Operation request = ImmutableOperation.builder()
                .verb(Verb.SET.toValue())
                .key(ConfigurationKeys.request(key))
                .value(Requester.of(call).text())
                .build();
        Operation change = value.isBlank()
                ? ImmutableOperation.builder()
                        .verb(Verb.DELETE.toValue())
                        .key(key)
                        .build()
                : ImmutableOperation.builder()
                        .verb(Verb.SET.toValue())
                        .key(key)
                        .value(value.strip())
                        .build();
        consul.keys().performTransaction(change, request);
    }
}
