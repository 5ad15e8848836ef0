package dev.mstv.platform.bus;

import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Runs a message where its module runs. Needs a {@link CallContext} bound to the thread; safe for any number of threads.
 *
 * <p>Both methods throw {@link dev.mstv.platform.problem.Refusal} when a stage refuses the message: it is not valid, not
 * permitted, too late, its key is in use, or its module cannot be reached.
 */
@Singleton
public final class Bus {

    // Handlers send messages themselves, so the bus is there before them and gets its routes when all of them are.
    private volatile Map<Class<?>, Step> routes = Map.of();

    Bus() {}

    void open(Map<Class<?>, Step> all) {
        routes = all;
    }

    /** Has a command carried out and returns its outcome. */
    public <R> R send(Command<R> command) {
        return run(command);
    }

    /** Has a query answered. */
    public <R> R ask(Query<R> query) {
        return run(query);
    }

    // The route of a type ends in the one handler of that type, so its outcome is an R.
    @SuppressWarnings("unchecked")
    <R> R run(Message<R> message) {
        Step route = routes.get(message.getClass());
        if (route == null) {
            throw new IllegalStateException(message.getClass().getName() + " is not annotated with @UseCase");
        }
        return (R) route.run(message, CallContext.current());
    }
}
