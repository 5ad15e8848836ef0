package dev.mstv.users.application;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.platform.security.Ability;
import dev.mstv.platform.security.Gate;
import dev.mstv.users.FindUsers;
import dev.mstv.users.UserLookup;
import dev.mstv.users.UserLookup.Found;
import dev.mstv.users.UserLookup.Hidden;
import dev.mstv.users.UserLookup.Missing;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks several users up, and shows those that the caller may see. */
@Singleton
final class FindUsersHandler implements QueryHandler<FindUsers, List<UserLookup>> {

    private final UserList list;
    private final Gate gate;

    FindUsersHandler(UserList list, Gate gate) {
        this.list = list;
        this.gate = gate;
    }

    @Override
    public List<UserLookup> handle(FindUsers query) {
        Ability ability = gate.ability(CallContext.current().caller());
        Map<UUID, UserView> found =
                list.byIds(query.ids()).stream().collect(Collectors.toMap(UserView::id, Function.identity()));
        return query.ids().stream()
                .map(id -> lookup(id, found.get(id), ability))
                .toList();
    }

    private static UserLookup lookup(UUID id, @Nullable UserView user, Ability ability) {
        if (user == null) {
            return ability.can("read", UserMapping.missing(id)) ? new Missing(id) : new Hidden(id);
        }
        return ability.can("read", UserMapping.subject(user)) ? new Found(user) : new Hidden(id);
    }
}
