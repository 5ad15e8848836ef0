package dev.mstv.users.interfaces.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mstv.platform.problem.Problem;
import dev.mstv.users.UpdateUser;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch (RFC 7396): what is absent stays, and only a name can be taken away, by null. */
@Introspected
record UserPatch(
        @Nullable @Schema(type = "string", format = "email") JsonNode email,
        @Nullable @Schema(type = "string", nullable = true) JsonNode name,

        @Nullable @Schema(type = "string", pattern = "user|admin")
        JsonNode role) {

    UpdateUser command(UUID id, @Nullable Long expectedVersion) {
        boolean removeName = name != null && name.isNull();
        return new UpdateUser(
                id,
                text("email", email),
                removeName ? null : text("name", name),
                removeName,
                text("role", role),
                expectedVersion);
    }

    private static @Nullable String text(String field, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw Problem.ofField(field, "wrong_type", field + " has the wrong type.")
                    .refusal();
        }
        return value.textValue();
    }
}
