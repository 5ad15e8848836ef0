package dev.mstv.platform.edge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before the body of a request, whatever its protocol calls it. Names are told apart in no case. */
@FunctionalInterface
public interface Head {

    /** The values of a name, in their order; empty if it has none. */
    List<String> all(String name);

    /** The first value of a name; null if it has none. */
    default @Nullable String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.getFirst();
    }
}
