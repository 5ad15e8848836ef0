package dev.mstv.platform.config.live.ops;

import dev.mstv.platform.config.LiveSetting;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The settings of the process that is asked. */
@Introspected
record FlagListing(List<FlagView> items) {

    /**
     * A setting.
     *
     * @param source {@code default}, {@code environment} or {@code consul}
     * @param key where it stands in Consul; null if it comes from elsewhere
     * @param since when it has come from there; null if that was so at the start
     * @param refused what stands in Consul and is not allowed; null if there is none
     * @param needsRestart whether it is read at the start alone
     */
    @Introspected
    record FlagView(
            String name,
            String value,
            String source,
            @Nullable String key,
            @Nullable Instant since,
            @Nullable RefusedView refused,
            boolean needsRestart) {}

    /** A value that was not taken, and why. */
    @Introspected
    record RefusedView(String key, String reason, Instant since) {}

    static FlagListing of(List<LiveSetting> settings) {
        return new FlagListing(settings.stream().map(FlagListing::view).toList());
    }

    private static FlagView view(LiveSetting setting) {
        return new FlagView(
                setting.name(),
                setting.value(),
                setting.source().name().toLowerCase(Locale.ROOT),
                setting.key(),
                setting.since(),
                setting.refused() == null
                        ? null
                        : new RefusedView(
                                setting.refused().key(),
                                setting.refused().reason(),
                                setting.refused().since()),
                setting.needsRestart());
    }
}
