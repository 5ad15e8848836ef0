package dev.mstv.platform.events.projection;

import dev.mstv.platform.events.Happened;
import dev.mstv.platform.events.Subscriber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A subscriber that owns a read model of what is in its own module's event store. The model can be made anew from there:
 * a further <em>generation</em> of it is filled beside the one that is read, and then takes its place. A bean of the
 * module's infrastructure; what it does must have no effect but on the model.
 *
 * <p>The model knows for each stream which version of it was applied last, and applies nothing that is not newer. What
 * is deleted leaves that version behind and nothing else.
 *
 * @param <E> what its events are read into
 */
public interface Projection<E> extends Subscriber {

    /**
     * {@code <module>.<what>}; it must never change. In the database of the module each generation is a table, named {@code
     * <module>_<what>_<generation>}.
     */
    String name();

    /** By type of event: the record that it is read into. */
    Map<String, Class<? extends E>> reads();

    /** Makes an empty generation; there may be one already that a crash has left. */
    void create(long generation);

    /** Makes ready to be read what was filled. */
    void complete(long generation);

    /**
     * Whether a generation that was made, and not dropped, is still there. One in the database of the module always is,
     * for what says that it was made is there too; another store may have lost it.
     *
     * @throws dev.mstv.platform.problem.Refusal if the store is away; for a number that never was made, too
     */
    default boolean kept(long generation) {
        return true;
    }

    /**
     * Applies events, those of one stream in their order, in the current transaction. Those of a stream whose beginning is
     * not in the model are passed over; they come again with it. What cannot be in that transaction stays although it is
     * rolled back, and has to be harmless when the same events come again.
     */
    void apply(long generation, List<Happened<E>> events);

    /** The versions that were applied last, of those of the streams that the model knows. */
    Map<UUID, Long> versions(long generation, Set<UUID> streams);

    /** Removes a generation, if it is there. */
    void drop(long generation);
}
