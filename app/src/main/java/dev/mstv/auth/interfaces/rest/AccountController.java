package dev.mstv.auth.interfaces.rest;

import dev.mstv.auth.EndSession;
import dev.mstv.auth.GetAbilities;
import dev.mstv.auth.ListSessions;
import dev.mstv.auth.SessionEnd;
import dev.mstv.auth.SessionView;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.security.Gate;
import dev.mstv.platform.security.Rule;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Etag;
import dev.mstv.platform.web.Input;
import dev.mstv.platform.web.Listing;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserProblem;
import dev.mstv.users.UserView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a signed-in user sees of their own account over REST. */
@Tag(name = "auth")
@Controller("/auth")
@Edge
class AccountController {

    private final Bus bus;
    private final Gate gate;

    AccountController(Bus bus, Gate gate) {
        this.bus = bus;
        this.gate = gate;
    }

    @Get("/profile")
    @Operation(summary = "Shows the user who is signed in")
    HttpResponse<UserView> profile(@Nullable @Header(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        UUID userId = gate.user(CallContext.current().caller()).userId();
        Versioned<UserView> own = bus.ask(new GetUser(userId)).orElseThrow(UserProblem.USER_NOT_FOUND::refusal);
        return Etag.response(own.value(), own.version(), ifNoneMatch);
    }

    @Get("/users")
    @Operation(summary = "Lists users, oldest first")
    Listing<UserView> users(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        Page<UserView> page = bus.ask(new GetAllUsers(null, null, Input.limit(limit), Input.cursor(cursor)));
        return new Listing<>(page.items(), Cursor.encode(page.next()));
    }

    @Get("/sessions")
    @Operation(summary = "Lists the user's sessions, newest first")
    Listing<SessionView> sessions(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        Page<SessionView> page = bus.ask(new ListSessions(Input.limit(limit), Input.cursor(cursor)));
        return new Listing<>(page.items(), Cursor.encode(page.next()));
    }

    @Delete("/sessions/{id}")
    @Operation(summary = "Ends one of the user's sessions")
    HttpResponse<Void> endSession(String id) {
        return switch (bus.send(new EndSession(Input.id("id", id)))) {
            case SessionEnd.Ended() -> HttpResponse.noContent();
            case SessionEnd.SessionMissing refused -> throw refused.refusal();
        };
    }

    @Get("/abilities")
    @Operation(summary = "Shows what the user may do, as CASL's raw rules")
    List<Rule> abilities() {
        return bus.ask(new GetAbilities());
    }
}
