package dev.mstv.platform.config;

import dev.mstv.platform.config.LivePart.Part;
import dev.mstv.platform.config.LiveSetting.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings that may change while the process runs, each as the environment says until somebody wants it otherwise, and
 * the switches that may not. What is wanted is read by what reads the environment, and refused alike. Thread-safe.
 */
public final class LiveSettings {

    private static final String SWITCH = "ENABLE_";

    private final LivePart<LogSettings.Level> logLevel;
    private final LivePart<LimitSettings> limits;
    private final LivePart<OutboundSettings> outbound;
    private final List<LivePart<?>> parts;
    private final List<LiveSetting> switches;

    /**
     * As the environment says, after everything else was read from it; what is wrong there is a fault of
     * {@code variables}.
     */
    public LiveSettings(Variables variables) {
        logLevel = new LivePart<>(
                variables, LogSettings::level, List.of(new Part<>("LOG_LEVEL", LogSettings.Level::word)));
        limits = new LivePart<>(
                variables,
                LimitSettings::read,
                List.of(
                        new Part<>("RATE_LIMIT_MAX", LimitSettings::requests),
                        new Part<>("RATE_LIMIT_WINDOW", limit -> Durations.text(limit.window()))));
        outbound = new LivePart<>(
                variables,
                OutboundSettings::read,
                List.of(
                        new Part<>("ENABLE_CIRCUIT_BREAKER", OutboundSettings::circuitBreaker),
                        new Part<>("CB_THRESHOLD", OutboundSettings::threshold),
                        new Part<>("CB_TIMEOUT", calls -> Durations.text(calls.timeout())),
                        new Part<>("CB_RESET_TIMEOUT", calls -> Durations.text(calls.resetTimeout())),
                        new Part<>("RETRY_ATTEMPTS", OutboundSettings::attempts),
                        new Part<>("RETRY_DELAY", calls -> Durations.text(calls.retryDelay())),
                        new Part<>("RETRY_MAX_DELAY", calls -> Durations.text(calls.maxRetryDelay()))));
        parts = List.of(logLevel, limits, outbound);
        Set<String> live = names();
        switches = variables.switches().entrySet().stream()
                .filter(one -> one.getKey().startsWith(SWITCH) && !live.contains(one.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(one -> fixed(one.getKey(), one.getValue(), variables))
                .toList();
    }

    public Live<LogSettings.Level> logLevel() {
        return logLevel.live();
    }

    public Live<LimitSettings> limits() {
        return limits.live();
    }

    public Live<OutboundSettings> outbound() {
        return outbound.live();
    }

    /** The names of those that may change. */
    public Set<String> names() {
        return parts.stream().flatMap(part -> part.names().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes what is wanted now, by the names of settings; whatever is not named is as the environment says. What is not
     * allowed is not taken, and the setting stays as it is.
     *
     * @return what was refused, and was not when this was called last
     */
    public synchronized List<RefusedValue> take(Map<String, Candidate> wanted, Instant now) {
        return parts.stream().flatMap(part -> part.take(wanted, now).stream()).toList();
    }

    /** Why a setting that may change cannot have a value, everything else being as it is; empty if it can. */
    public synchronized Optional<String> fault(String name, String value) {
        return parts.stream()
                .filter(part -> part.names().contains(name))
                .findFirst()
                .flatMap(part -> part.fault(new Candidate(value, ""), name));
    }

    /** All of them. */
    public synchronized List<LiveSetting> all() {
        List<LiveSetting> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.settings()));
        all.addAll(switches);
        return all;
    }

    private static LiveSetting fixed(String name, boolean on, Variables variables) {
        Source source = variables.present(name) ? Source.ENVIRONMENT : Source.DEFAULT;
        return new LiveSetting(name, Boolean.toString(on), source, null, null, null, true);
    }
}
