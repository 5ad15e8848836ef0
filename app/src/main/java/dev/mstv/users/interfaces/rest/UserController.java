package dev.mstv.users.interfaces.rest;

import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Etag;
import dev.mstv.platform.web.Input;
import dev.mstv.platform.web.Listing;
import dev.mstv.users.CreateUser;
import dev.mstv.users.DeleteUser;
import dev.mstv.users.GetAllUsers;
import dev.mstv.users.GetUser;
import dev.mstv.users.UserCreation;
import dev.mstv.users.UserDeletion;
import dev.mstv.users.UserProblem;
import dev.mstv.users.UserUpdate;
import dev.mstv.users.UserView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users over REST. */
@Tag(name = "users")
@Controller("/users")
@Edge
class UserController {

    private final Bus bus;

    UserController(Bus bus) {
        this.bus = bus;
    }

    @Post
    @Operation(summary = "Adds a user")
    HttpResponse<UserView> create(@Body NewUser body) {
        CreateUser command =
                new CreateUser(body.email(), body.password(), body.name(), body.role() == null ? "user" : body.role());
        return switch (bus.send(command)) {
            case UserCreation.Created(var user) ->
                HttpResponse.created(
                                user.value(),
                                URI.create("/users/" + user.value().id()))
                        .header(HttpHeaders.ETAG, Etag.of(user.version()));
            case UserCreation.EmailTaken refused -> throw refused.refusal();
        };
    }

    @Get
    @Operation(summary = "Lists users, oldest first")
    Listing<UserView> list(
            @Nullable @QueryValue String email,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String limit,
            @Nullable @QueryValue String cursor) {
        Page<UserView> page = bus.ask(new GetAllUsers(email, q, Input.limit(limit), Input.cursor(cursor)));
        return new Listing<>(page.items(), Cursor.encode(page.next()));
    }

    @Get("/{id}")
    @Operation(summary = "Shows a user")
    HttpResponse<UserView> get(String id, @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Versioned<UserView> user =
                bus.ask(new GetUser(Input.id("id", id))).orElseThrow(UserProblem.USER_NOT_FOUND::refusal);
        return Etag.response(user.value(), user.version(), ifNoneMatch);
    }

    @Patch(
            value = "/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @Operation(summary = "Changes a user: a JSON merge patch")
    HttpResponse<UserView> update(
            String id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch, @Body UserPatch patch) {
        UUID userId = Input.id("id", id);
        return switch (bus.send(patch.command(userId, Etag.version(ifMatch)))) {
            case UserUpdate.Updated(var user) -> shown(user);
            case UserUpdate.UserMissing refused -> throw refused.refusal();
            case UserUpdate.EmailTaken refused -> throw refused.refusal();
            case UserUpdate.Outdated refused -> throw refused.refusal();
        };
    }

    @Put("/{id}")
    @Operation(summary = "Changes a user, as PATCH does")
    HttpResponse<UserView> put(
            String id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch, @Body UserPatch patch) {
        return update(id, ifMatch, patch);
    }

    @Delete("/{id}")
    @Operation(summary = "Removes a user")
    HttpResponse<Void> delete(String id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        return switch (bus.send(new DeleteUser(Input.id("id", id), Etag.version(ifMatch)))) {
            case UserDeletion.Deleted() -> HttpResponse.noContent();
            case UserDeletion.UserMissing refused -> throw refused.refusal();
            case UserDeletion.Outdated refused -> throw refused.refusal();
        };
    }

    private static HttpResponse<UserView> shown(Versioned<UserView> user) {
        return Etag.response(user.value(), user.version(), null);
    }
}
