package dev.mstv.platform.events;

import dev.mstv.platform.bus.CommandHandler;
import jakarta.inject.Singleton;

/** Decides in the module's transaction, with the event that tells of it. */
@Singleton
final class DiscardDeadLetterHandler implements CommandHandler<DiscardDeadLetter, Treatment> {

    private final AllLetters all;

    DiscardDeadLetterHandler(AllLetters all) {
        this.all = all;
    }

    @Override
    public Treatment handle(DiscardDeadLetter command) {
        return all.of(command.module()).discard(command.id());
    }
}
