package dev.mstv.users.infrastructure.directory;

import dev.mstv.platform.events.projection.Projection;
import dev.mstv.users.application.Directory;
import java.util.Map;

/** The directory as a projection; a process has one, in the store that it is told to use. */
public interface DirectoryProjection extends Directory, Projection<DirectoryEvent> {

    @Override
    default String name() {
        return "users.directory";
    }

    @Override
    default Map<String, Class<? extends DirectoryEvent>> reads() {
        return DirectoryEvent.TYPES;
    }
}
