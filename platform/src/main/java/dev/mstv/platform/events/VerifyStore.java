package dev.mstv.platform.events;

import dev.mstv.platform.bus.OfModule;
import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.bus.UseCase.Access;
import java.util.Optional;

/** Walks every hash chain of a module's store, in the order of streams; takes as long as reading the whole store does. */
@UseCase(value = "module.verify_store", access = Access.INTERNAL)
public record VerifyStore(String module) implements Query<VerifyStore.Finding>, OfModule {

    /**
     * What a look at a store has found.
     *
     * @param checked how many events are as they were, up to the broken one
     * @param firstBroken by stream and version
     */
    public record Finding(long checked, Optional<BrokenLink> firstBroken) {}
}
