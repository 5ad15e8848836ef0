package dev.mstv.platform.persistence;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is ordered by id.
 *
 * @param next the id after which the list goes on; null at its end
 */
public record Page<T>(List<T> items, @Nullable UUID next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page of at most {@code limit} items, given the first {@code limit + 1} of the rest of the list. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, UUID> id) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, id.apply(items.getLast()));
    }
}
