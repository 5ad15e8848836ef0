package dev.mstv.audit;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the event stores.
 *
 * @param valid true if every event of every module is as it was written; never if a module was not looked at
 * @param checked how many events were found as they were written
 * @param firstBroken null if none was found
 * @param unchecked the modules that run elsewhere and were not looked at
 */
@Introspected
public record Verification(
        boolean valid, long checked, @Nullable BrokenEvent firstBroken, List<String> unchecked) {

    public Verification {
        unchecked = List.copyOf(unchecked);
    }

    /**
     * An event that is not what it was, or where it was.
     *
     * @param version of the aggregate after it
     * @param fault {@code beginning_missing}, {@code predecessor_missing}, {@code predecessor_altered}, {@code altered}
     *     or {@code removed}
     */
    @Introspected
    public record BrokenEvent(String module, UUID stream, long version, UUID eventId, String fault) {}
}
