package dev.mstv.users.interfaces.graphql;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.graphql.GraphqlEdge;
import dev.mstv.platform.graphql.Mutations;
import dev.mstv.platform.graphql.Subscriptions;
import dev.mstv.platform.web.Input;
import dev.mstv.users.CreateUser;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.UpdateUser;
import dev.mstv.users.UserCreation;
import dev.mstv.users.UserDeletion;
import dev.mstv.users.UserUpdate;
import dev.mstv.users.UserView;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** Users over GraphQL. */
@Singleton
final class UserGraphql implements GraphqlEdge {

    private static final int DEFAULT_LIMIT = 100;

    private final Bus bus;
    private final Subscriptions subscriptions;

    UserGraphql(Bus bus, Subscriptions subscriptions) {
        this.bus = bus;
        this.subscriptions = subscriptions;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        DataFetcher<Object> user =
                environment -> UserLoader.of(environment).load(Input.id("id", text(environment, "id")));
        wiring.type("Query", query -> query.dataFetcher("users", this::users)
                .dataFetcher("getAllUsers", this::users)
                .dataFetcher("user", user)
                .dataFetcher("getUser", user));
        wiring.type("Mutation", mutation -> mutation.dataFetcher("createUser", Mutations.operation(this::create))
                .dataFetcher("updateUser", Mutations.operation(this::update))
                .dataFetcher("deleteUser", Mutations.operation(this::delete)));
        wiring.type("Subscription", root -> root.dataFetcher("userEvents", subscriptions.of("user-events")));
    }

    @Override
    public void addLoaders(DataLoaderRegistry loaders) {
        loaders.register(UserLoader.NAME, UserLoader.create(bus));
    }

    private List<UserView> users(DataFetchingEnvironment environment) {
        Integer limit = environment.getArgument("limit");
        String after = environment.getArgument("after");
        return bus.ask(new GetAllUsers(
                        environment.getArgument("email"),
                        environment.getArgument("q"),
                        limit == null ? DEFAULT_LIMIT : limit,
                        after == null ? null : Input.id("after", after)))
                .items();
    }

    private UserView create(DataFetchingEnvironment environment) {
        Map<String, String> input = input(environment);
        CreateUser command = new CreateUser(
                Objects.requireNonNull(input.get("email")),
                Objects.requireNonNull(input.get("password")),
                input.get("name"),
                Objects.requireNonNullElse(input.get("role"), "user"));
        return switch (bus.send(command)) {
            case UserCreation.Created(var user) -> user.value();
            case UserCreation.EmailTaken refused -> throw refused.refusal();
        };
    }

    private UserView update(DataFetchingEnvironment environment) {
        UUID id = Input.id("id", text(environment, "id"));
        Map<String, String> input = input(environment);
        String name = input.get("name");
        boolean removeName = input.containsKey("name") && name == null;
        UpdateUser command = new UpdateUser(id, input.get("email"), name, removeName, input.get("role"), null);
        return switch (bus.send(command)) {
            case UserUpdate.Updated(var user) -> user.value();
            case UserUpdate.UserMissing refused -> throw refused.refusal();
            case UserUpdate.EmailTaken refused -> throw refused.refusal();
            case UserUpdate.Outdated refused -> throw refused.refusal();
        };
    }

    private boolean delete(DataFetchingEnvironment environment) {
        return switch (bus.send(new DeleteUser(Input.id("id", text(environment, "id")), null))) {
            case UserDeletion.Deleted() -> true;
            case UserDeletion.UserMissing refused -> throw refused.refusal();
            case UserDeletion.Outdated refused -> throw refused.refusal();
        };
    }

    // The schema has no input without its required fields, so what it requires is there.
    private static String text(DataFetchingEnvironment environment, String argument) {
        return Objects.requireNonNull(environment.<@Nullable String>getArgument(argument));
    }

    private static Map<String, String> input(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<@Nullable Map<String, String>>getArgument("input"));
    }
}
