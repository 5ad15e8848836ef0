package dev.mstv.users.application;

import dev.mstv.platform.bus.QueryHandler;
import dev.mstv.users.GetUsers;
import dev.mstv.users.UserView;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds several users for another use case. */
@Singleton
final class GetUsersHandler implements QueryHandler<GetUsers, List<UserView>> {

    private final UserList list;

    GetUsersHandler(UserList list) {
        this.list = list;
    }

    @Override
    public List<UserView> handle(GetUsers query) {
        return list.byGatheredIds(query.ids());
    }
}
