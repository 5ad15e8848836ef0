package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A numbered page of the users that the caller may list, oldest first, and how many there are. What comes before a page is
 * passed over one by one, so pages are bounded; {@link GetAllUsers} goes on from where it was, however long the list.
 *
 * @param page from 1 to 1000
 * @param limit how many at most
 */
@UseCase(value = "users.list_users", action = "list", subject = "User")
public record ListUsers(
        @Min(1) @Max(1000) int page, @Min(1) @Max(100) int limit) implements Query<UserPage> {

    /** How many users come before the page. */
    public int offset() {
        return (page - 1) * limit;
    }
}
