package dev.mstv.platform.config.live;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.config.LiveSetting;
import dev.mstv.platform.config.LiveSettings;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.Gate;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kiwiproject.consul.ConsulException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator sees and changes of the settings. Needs a {@link CallContext}, whose caller may {@code read}, or
 * {@code manage}, a {@code Flag}; others are refused. Thread-safe.
 *
 * <p>An operation of the platform and no use case on the bus: settings are of every process and of no module.
 */
@Singleton
public final class Flags {

    private static final Logger LOG = LoggerFactory.getLogger(Flags.class);

    private final LiveSettings settings;
    private final @Nullable ConfigurationStore configuration;
    private final Gate gate;

    Flags(LiveSettings settings, @Nullable ConfigurationStore configuration, Gate gate) {
        this.settings = settings;
        this.configuration = configuration;
        this.gate = gate;
    }

    /** All settings of this process that have a switch or may change. */
    public List<LiveSetting> all() {
        permit("read");
        return settings.all();
    }

    /**
     * Changes a setting of every process.
     *
     * @param value as in the environment; a blank one takes it away, so that the environment's counts again
     */
    public FlagChange change(String name, String value) {
        permit("manage");
        if (!settings.names().contains(name)) {
            boolean known = settings.all().stream().anyMatch(one -> one.name().equals(name));
            return known ? new FlagChange.NeedsRestart() : new FlagChange.Unknown();
        }
        if (configuration == null) {
            return new FlagChange.NoConsul();
        }
        return settings.fault(name, value)
                .<FlagChange>map(FlagChange.Invalid::new)
                .orElseGet(() -> put(configuration, name, value));
    }

    private static FlagChange put(ConfigurationStore configuration, String name, String value) {
        try {
            configuration.put(name, value, CallContext.current());
            return new FlagChange.Accepted();
        } catch (ConsulException e) {
            LOG.warn("{} cannot be changed in Consul now: {}", name, String.valueOf(e.getMessage()));
            return new FlagChange.ConsulAway();
        }
    }

    private void permit(String action) {
        Caller caller = CallContext.current().caller();
        gate.requireLiveSession(caller);
        gate.requireAny(caller, action, "Flag");
    }
}
