package dev.mstv.platform.push;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A listener who is told the past first: what happens meanwhile waits, and what was in both comes once. Thread-safe. */
final class CatchingUp implements PushListener {

    private static final int MOST_WAITING = 10_000;
    private static final int OVERLAP = 1_000;

    private final PushListener listener;
    private final List<PushLog.Entry> waiting = new ArrayList<>();
    private final Set<UUID> told = new LinkedHashSet<>();
    private boolean late = true;
    private boolean missed;

    CatchingUp(PushListener listener) {
        this.listener = listener;
    }

    /** It happened before. */
    synchronized void before(Push push, String position) {
        if (told.add(push.id()) && told.size() > OVERLAP) {
            Iterator<UUID> oldest = told.iterator();
            oldest.next();
            oldest.remove();
        }
        listener.pushed(push, position);
    }

    /** The past is told. */
    synchronized void caughtUp() {
        late = false;
        waiting.forEach(entry -> pushed(entry.push(), entry.position()));
        waiting.clear();
        if (missed) {
            listener.missed();
        }
    }

    @Override
    public synchronized void pushed(Push push, String position) {
        if (late) {
            await(new PushLog.Entry(position, push));
        } else if (!told.contains(push.id())) {
            // Both go through the same log, so that whatever follows is new as well.
            told.clear();
            listener.pushed(push, position);
        }
    }

    private void await(PushLog.Entry entry) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(entry);
        } else {
            missed = true;
        }
    }

    @Override
    public synchronized void missed() {
        if (late) {
            missed = true;
        } else {
            listener.missed();
        }
    }
}
