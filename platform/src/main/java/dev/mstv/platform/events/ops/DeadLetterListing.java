package dev.mstv.platform.events.ops;

import dev.mstv.platform.events.DeadLetter;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of dead letters.
 *
 * @param nextCursor where the list goes on; null at its end
 */
@Introspected
record DeadLetterListing(List<DeadLetter> items, @Nullable String nextCursor) {

    DeadLetterListing {
        items = List.copyOf(items);
    }
}
