package dev.mstv.bench.bare;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Two bare endpoints on virtual threads: a user from memory, and a user by one SELECT. */
@Controller("/bare")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "bare")
final class BareController {

    private final BareUsers users;

    BareController(BareUsers users) {
        this.users = users;
    }

    @Get("/{id}")
    BareUser known(String id) {
        return BareUsers.known(id);
    }

    @Get("/select/{id}")
    BareUser select(String id) {
        return users.select(id);
    }
}
