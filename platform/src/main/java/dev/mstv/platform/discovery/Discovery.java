package dev.mstv.platform.discovery;

import java.util.List;

/** Knows where modules run. Thread-safe. */
public interface Discovery {

    /**
     * The processes that run a module and can be used, in an order that means nothing. Does not block.
     *
     * @return what was known last; empty if nobody is known, or if there is no such module
     */
    List<Instance> of(String module);

    /** Has the listener called whenever an answer of {@link #of} may have changed. It must neither block nor throw. */
    void onChange(Runnable listener);
}
