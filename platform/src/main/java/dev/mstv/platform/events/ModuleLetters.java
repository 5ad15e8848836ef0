package dev.mstv.platform.events;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Decisions about the dead letters of one module; each in a transaction, with the event that tells of it. */
record ModuleLetters(Letters letters, ModuleInbox inbox, EventStore store, int attempts) {

    Treatment replay(UUID id) {
        return treat(id, letter -> {
            if (!letter.event()) {
                return Treatment.UNREADABLE;
            }
            letters.revive(id, attempts - 1);
            note(letter, new DeadLetterReplayed(letter.subscriber(), letter.eventId()));
            return Treatment.DONE;
        });
    }

    Treatment discard(UUID id) {
        return treat(id, letter -> {
            inbox.giveUp(letter);
            note(letter, new DeadLetterDiscarded(letter.subscriber(), letter.eventId()));
            return Treatment.DONE;
        });
    }

    private Treatment treat(UUID id, Function<StoredLetter, Treatment> decision) {
        return letters.find(id)
                .map(letter -> letter.dead() ? decision.apply(letter) : Treatment.NOT_DEAD)
                .orElse(Treatment.MISSING);
    }

    private void note(StoredLetter letter, DeadLetterEvent event) {
        store.append(letter.id(), store.stream(letter.id()).size(), List.of(event));
    }
}
