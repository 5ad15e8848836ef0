package dev.mstv.users.interfaces.graphql;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.users.FindUsers;
import dev.mstv.users.UserLookup;
import dev.mstv.users.UserView;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.Try;
import org.jspecify.annotations.Nullable;

/** Makes the many users that a document asks for one query. */
final class UserLoader {

    static final String NAME = "users";

    private UserLoader() {}

    static DataLoader<UUID, @Nullable UserView> create(Bus bus) {
        return DataLoaderFactory.newMappedDataLoaderWithTry(ids -> CompletableFuture.completedFuture(load(bus, ids)));
    }

    static DataLoader<UUID, UserView> of(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<UUID, UserView>getDataLoader(NAME));
    }

    private static Map<UUID, Try<@Nullable UserView>> load(Bus bus, Set<UUID> ids) {
        return bus.ask(new FindUsers(ids)).stream().collect(Collectors.toMap(UserLookup::id, lookup -> switch (lookup) {
            case UserLookup.Found(var user) -> Try.succeeded(user);
            case UserLookup.Missing missing -> Try.succeeded(null);
            case UserLookup.Hidden hidden ->
                Try.failed(Problem.of(ProblemKind.FORBIDDEN, "forbidden", "You may not do this.")
                        .refusal());
        }));
    }
}
