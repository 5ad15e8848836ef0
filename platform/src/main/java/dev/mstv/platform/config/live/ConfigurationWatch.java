package dev.mstv.platform.config.live;

import dev.mstv.platform.composition.Composition;
import dev.mstv.platform.config.Candidate;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.config.RefusedValue;
import dev.mstv.platform.consul.ConsulAgent;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.option.QueryOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the settings of this process follow Consul. While it is away they stay as they are. Thread-safe. */
@Context
@Requires(property = ConsulAgent.ON, value = "true")
final class ConfigurationWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatch.class);

    private final LiveSettings settings;
    private final String service;
    private final Clock clock;
    private final Set<String> unknown = new HashSet<>();
    private volatile @Nullable Snapshot latest;

    ConfigurationWatch(ConsulAgent consul, LiveSettings settings, Composition composition, Clock clock) {
        this.settings = settings;
        this.service = composition.service();
        this.clock = clock;
        consul.watch(
                "settings",
                (QueryOptions options) -> consul.keys().getConsulResponseWithValues(ConfigurationKeys.ROOT, options),
                answer -> take(Snapshot.of(answer.value())));
    }

    /** What was seen last; empty before Consul first answered. */
    Optional<Snapshot> latest() {
        return Optional.ofNullable(latest);
    }

    private void take(Snapshot snapshot) {
        for (RefusedValue refused : settings.take(wanted(snapshot), clock.instant())) {
            LOG.warn("{} in Consul {}; what it was before stays", refused.key(), refused.reason());
        }
        latest = snapshot;
    }

    /** Of every setting of this process the candidate that wins. */
    private Map<String, Candidate> wanted(Snapshot snapshot) {
        Map<String, Candidate> common = new HashMap<>();
        Map<String, Candidate> own = new HashMap<>();
        snapshot.entries()
                .forEach((key, entry) -> ConfigurationKeys.setting(key).ifPresent(setting -> {
                    Candidate candidate = new Candidate(entry.value(), key);
                    if (!settings.names().contains(setting.name())) {
                        warn(key);
                    } else if (setting.service().isEmpty()) {
                        common.put(setting.name(), candidate);
                    } else if (setting.service().get().equals(service)
                            && !entry.value().isBlank()) {
                        own.put(setting.name(), candidate);
                    }
                }));
        common.putAll(own);
        return common;
    }

    /** Once per key. */
    private void warn(String key) {
        if (unknown.add(key)) {
            LOG.warn("{} in Consul is no setting that can change while processes run", key);
        }
    }
}
