package dev.mstv.auth.interfaces.graphql;

import dev.mstv.auth.GetAbilities;
import dev.mstv.auth.Login;
import dev.mstv.auth.LoginAttempt;
import dev.mstv.auth.LogoutWithToken;
import dev.mstv.auth.Refresh;
import dev.mstv.auth.Register;
import dev.mstv.auth.Registration;
import dev.mstv.auth.Renewal;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SignedIn;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.graphql.GraphqlEdge;
import dev.mstv.platform.graphql.Mutations;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.web.Input;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserProblem;
import dev.mstv.users.UserView;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing in and out over GraphQL. */
@Singleton
final class AuthGraphql implements GraphqlEdge {

    private final Bus bus;
    private final Gate gate;

    AuthGraphql(Bus bus, Gate gate) {
        this.bus = bus;
        this.gate = gate;
    }

    @Override
    public void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Query", query -> query.dataFetcher("me", environment -> me())
                .dataFetcher("abilities", environment -> bus.ask(new GetAbilities())));
        wiring.type("Mutation", mutation -> mutation.dataFetcher("register", Mutations.operation(this::register))
                .dataFetcher("login", Mutations.operation(this::login))
                .dataFetcher("refreshToken", Mutations.operation(this::refresh))
                .dataFetcher("logout", Mutations.operation(this::logout)));
    }

    private UserView me() {
        UUID userId = gate.user(CallContext.current().caller()).userId();
        return bus.ask(new GetUser(userId)).map(Versioned::value).orElseThrow(UserProblem.USER_NOT_FOUND::refusal);
    }

    private Map<String, Object> register(DataFetchingEnvironment environment) {
        Map<String, String> input = environment.getArgument("input");
        Map<String, ?> values = input == null ? environment.getArguments() : input;
        Register command =
                new Register(required(values, "email"), required(values, "password"), (String) values.get("name"));
        return switch (bus.send(command)) {
            case Registration.Registered(var signedIn) -> registered(signedIn);
            case Registration.EmailTaken refused -> throw refused.refusal();
        };
    }

    private Map<String, Object> login(DataFetchingEnvironment environment) {
        Map<String, String> input = input(environment);
        Login command = new Login(required(input, "email"), required(input, "password"));
        return switch (bus.send(command)) {
            case LoginAttempt.LoggedIn(var signedIn) -> payload(signedIn);
            case LoginAttempt.InvalidCredentials refused -> throw refused.refusal();
        };
    }

    private Map<String, Object> refresh(DataFetchingEnvironment environment) {
        return switch (bus.send(new Refresh(required(input(environment), "refresh_token")))) {
            case Renewal.Renewed(var signedIn) -> payload(signedIn);
            case Renewal.Invalid refused -> throw refused.refusal();
            case Renewal.Reused refused -> throw refused.refusal();
        };
    }

    private Map<String, Object> logout(DataFetchingEnvironment environment) {
        return switch (bus.send(new LogoutWithToken(required(input(environment), "refresh_token")))) {
            // A token whose session has ended, or that never was one, is good for nothing, too.
            case SessionEnd.Ended(), SessionEnd.SessionMissing() -> Map.of("message", "Logged out");
        };
    }

    private static Map<String, Object> payload(SignedIn signedIn) {
        return Map.of(
                "access_token", signedIn.accessToken(),
                "refresh_token", signedIn.refreshToken(),
                "user", signedIn.user());
    }

    private static Map<String, Object> registered(SignedIn signedIn) {
        UserView user = signedIn.user();
        Map<String, Object> payload = new HashMap<>(payload(signedIn));
        payload.put("token", signedIn.accessToken());
        payload.put("id", user.id());
        payload.put("email", user.email());
        payload.put("name", user.name());
        payload.put("role", user.role());
        payload.put("createdAt", user.createdAt());
        payload.put("updatedAt", user.updatedAt());
        return payload;
    }

    private static Map<String, String> input(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.<@Nullable Map<String, String>>getArgument("input"));
    }

    private static String required(Map<String, ?> values, String name) {
        return Input.required(name, (String) values.get(name));
    }
}
