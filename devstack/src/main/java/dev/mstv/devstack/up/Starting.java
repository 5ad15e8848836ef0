package dev.mstv.devstack.up;

import dev.mstv.devstack.PortInUse;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts servers; what hinders one is said with the variables that help. */
final class Starting {

    private final Closing closing;

    Starting(Closing closing) {
        this.closing = closing;
    }

    /** Starts a server of this name and registers its end; the variable is the one that names another server instead. */
    <T> T start(String name, String variable, Supplier<T> beginning, Consumer<T> ending) {
        try {
            return closing.start(beginning, ending);
        } catch (PortInUse e) {
            throw new Refusal(
                    Refusal.TRY_LATER,
                    "%s: set DEV_PORT_OFFSET to move %s, or %s to use your own"
                            .formatted(e.getMessage(), name, variable));
        } catch (IllegalStateException e) {
            throw new Refusal(Refusal.UNAVAILABLE, String.valueOf(e.getMessage()));
        }
    }
}
