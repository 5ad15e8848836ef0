package dev.mstv.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The transaction of one command: begins with the first statement, so that nothing is held while none is needed. */
final class UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);
    private static final ScopedValue<UnitOfWork> CURRENT = ScopedValue.newInstance();

    private final Database database;
    private final List<Runnable> afterwards = new ArrayList<>();
    private @Nullable Handle handle;
    private @Nullable UUID person;

    private UnitOfWork(Database database) {
        this.database = database;
    }

    static @Nullable UnitOfWork ofThread() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /** Runs {@code work} and commits what it stored; stores nothing if it throws. */
    static <T> T run(Database database, Supplier<T> work) {
        UnitOfWork unit = new UnitOfWork(database);
        boolean done = false;
        try {
            T result = ScopedValue.where(CURRENT, unit).call(work::get);
            unit.commit();
            done = true;
            unit.afterwards.forEach(Runnable::run);
            return result;
        } finally {
            unit.close(done);
        }
    }

    boolean isOf(Database other) {
        return database == other;
    }

    void afterCommit(Runnable work) {
        afterwards.add(work);
    }

    void concerns(UUID someone) {
        person = someone;
    }

    @Nullable
    UUID person() {
        return person;
    }

    boolean begun() {
        return handle != null;
    }

    Handle handle() {
        if (handle == null) {
            handle = database.open();
            handle.begin();
        }
        return handle;
    }

    private void commit() {
        try {
            if (handle != null) {
                handle.commit();
            }
        } catch (JdbiException e) {
            throw Outage.translated(e);
        }
    }

    private void close(boolean committed) {
        if (handle == null) {
            return;
        }
        try (Handle closing = handle) {
            if (!committed) {
                closing.rollback();
            }
        } catch (JdbiException e) {
            // What was committed stands, and of what was not the cause is thrown already.
            LOG.debug("A connection could not be given back", e);
        }
    }
}
