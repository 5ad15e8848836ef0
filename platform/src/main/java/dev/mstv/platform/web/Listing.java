package dev.mstv.platform.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as clients see it.
 *
 * @param nextCursor where the list goes on; null at its end
 */
@Introspected
public record Listing<T>(List<T> items, @Nullable String nextCursor) {

    public Listing {
        items = List.copyOf(items);
    }
}
