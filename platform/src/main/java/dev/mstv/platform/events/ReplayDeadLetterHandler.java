package dev.mstv.platform.events;

import dev.mstv.platform.bus.CommandHandler;
import jakarta.inject.Singleton;

/** Decides in the module's transaction, with the event that tells of it. */
@Singleton
final class ReplayDeadLetterHandler implements CommandHandler<ReplayDeadLetter, Treatment> {

    private final AllLetters all;

    ReplayDeadLetterHandler(AllLetters all) {
        this.all = all;
    }

    @Override
    public Treatment handle(ReplayDeadLetter command) {
        return all.of(command.module()).replay(command.id());
    }
}
