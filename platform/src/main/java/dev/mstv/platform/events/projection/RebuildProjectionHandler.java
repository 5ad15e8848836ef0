package dev.mstv.platform.events.projection;

import dev.mstv.platform.bus.CommandHandler;
import jakarta.inject.Singleton;

/** Begins it in this process, which goes on with it after the answer. */
@Singleton
final class RebuildProjectionHandler implements CommandHandler<RebuildProjection, RebuildRequest> {

    private final Rebuilds rebuilds;

    RebuildProjectionHandler(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    @Override
    public RebuildRequest handle(RebuildProjection command) {
        return rebuilds.begin(command.name());
    }
}
