package dev.mstv;

import dev.mstv.auth.FindLivingSessions;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.Query;
import dev.mstv.platform.persistence.BatchLoader;
import dev.mstv.platform.security.Caller;
import dev.mstv.platform.security.SessionCheck;
import dev.mstv.users.GetUsers;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Asks the modules that keep sessions and users, wherever they run, each time: what has ended anywhere has ended here.
 * Callers who come at the same time are asked for together.
 */
@Singleton
final class SignedInCallers implements SessionCheck {

    private final Bus bus;
    private final BatchLoader<Caller.User, String> roles = new BatchLoader<>(this::roles);

    SignedInCallers(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Optional<String> currentRole(Caller.User caller) {
        return roles.load(caller);
    }

    private Map<Caller.User, String> roles(Set<Caller.User> callers) {
        // Both at the same time: each waits for another server, and everybody waits for both.
        CompletableFuture<Set<UUID>> asked =
                CompletableFuture.supplyAsync(() -> living(callers), Thread::startVirtualThread);
        Map<UUID, String> roleOf = users(callers).stream().collect(Collectors.toMap(UserView::id, UserView::role));
        Set<UUID> living = joined(asked);
        Map<Caller.User, String> roles = new HashMap<>();
        for (Caller.User caller : callers) {
            String role = roleOf.get(caller.userId());
            if (role != null && living.contains(caller.session())) {
                roles.put(caller, role);
            }
        }
        return roles;
    }

    private Set<UUID> living(Set<Caller.User> callers) {
        return asked(new FindLivingSessions(
                callers.stream().map(Caller.User::session).collect(Collectors.toSet())));
    }

    private List<UserView> users(Set<Caller.User> callers) {
        return asked(new GetUsers(callers.stream().map(Caller.User::userId).collect(Collectors.toSet())));
    }

    // For many callers at once, so on behalf of none of them.
    private <R> R asked(Query<R> query) {
        return CallContext.ofProcess().call(() -> bus.ask(query));
    }

    private static <T> T joined(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
