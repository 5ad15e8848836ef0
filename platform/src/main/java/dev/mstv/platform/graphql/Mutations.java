package dev.mstv.platform.graphql;

import dev.mstv.platform.bus.CallContext;
import graphql.schema.DataFetcher;

/** Fetchers of mutations. */
public final class Mutations {

    private Mutations() {}

    /**
     * Makes each mutation of a document an operation of its own: they share the request's idempotency key, but one is not
     * a repetition of the other.
     */
    public static <T> DataFetcher<T> operation(DataFetcher<T> fetcher) {
        return environment -> {
            String name = environment.getExecutionStepInfo().getResultKey();
            return CallContext.current().operation(name).call(() -> {
                try {
                    return fetcher.get(environment);
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException("A fetcher throws no checked exception", e);
                }
            });
        };
    }
}
