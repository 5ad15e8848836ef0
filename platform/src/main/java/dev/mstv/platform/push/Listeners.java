package dev.mstv.platform.push;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who listens in this process, by audience. Thread-safe. */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final Map<Audience, Set<Registration>> byAudience = new ConcurrentHashMap<>();
    private final Set<Registration> all = ConcurrentHashMap.newKeySet();

    Pushes.Listening add(Set<Audience> audiences, PushListener listener) {
        Registration registration = new Registration(Set.copyOf(audiences), listener);
        all.add(registration);
        audiences.forEach(audience -> byAudience.compute(audience, (any, there) -> {
            Set<Registration> with = there == null ? ConcurrentHashMap.newKeySet() : there;
            with.add(registration);
            return with;
        }));
        return registration;
    }

    /** Tells each whom it concerns once; returns how many. */
    int tell(PushLog.Entry entry) {
        Set<Registration> concerned = Collections.newSetFromMap(new IdentityHashMap<>());
        entry.push().audiences().forEach(audience -> concerned.addAll(byAudience.getOrDefault(audience, Set.of())));
        concerned.forEach(one -> told(() -> one.listener.pushed(entry.push(), entry.position())));
        return concerned.size();
    }

    void missed() {
        all.forEach(one -> told(one.listener::missed));
    }

    // A bug of one listener is not to keep anything from the others, nor the log from going on.
    private static void told(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException bug) {
            LOG.error("A client cannot be told", bug);
        }
    }

    int size() {
        return all.size();
    }

    private final class Registration implements Pushes.Listening {

        private final Set<Audience> audiences;
        private final PushListener listener;

        Registration(Set<Audience> audiences, PushListener listener) {
            this.audiences = audiences;
            this.listener = listener;
        }

        @Override
        public void close() {
            all.remove(this);
            audiences.forEach(audience -> byAudience.computeIfPresent(audience, (any, there) -> {
                there.remove(this);
                return there.isEmpty() ? null : there;
            }));
        }
    }
}
