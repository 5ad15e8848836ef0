package dev.mstv.users;

import dev.mstv.platform.bus.Query;
import dev.mstv.platform.bus.UseCase;
import dev.mstv.platform.persistence.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The users that the caller may list, oldest first.
 *
 * @param email only the one with this address, in whichever case; null for all
 * @param q only those whose name or address holds this text, in whichever case; null for all
 * @param limit how many at most
 * @param after the user after whom the list goes on; null for its beginning
 */
@UseCase(value = "users.get_all_users", action = "list", subject = "User")
public record GetAllUsers(
        @Nullable @Pattern(regexp = FILTER, message = "must be 1 to 254 visible characters")
        String email,

        @Nullable @Pattern(regexp = FILTER, message = "must be 1 to 254 visible characters")
        String q,

        @Min(1) @Max(100) int limit,
        @Nullable UUID after)
        implements Query<Page<UserView>> {

    private static final String FILTER = "[^\\p{Cc}\\p{Cs}\\p{Cn}]{1,254}";
}
