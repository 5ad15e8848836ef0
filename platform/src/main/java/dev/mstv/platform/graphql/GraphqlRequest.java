package dev.mstv.platform.graphql;

import dev.mstv.platform.problem.Problem;
import io.micronaut.core.annotation.Introspected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients send (GraphQL over HTTP, section 5; the payload of {@code subscribe} in graphql-transport-ws). */
@Introspected
record GraphqlRequest(
        @Nullable String query,
        @Nullable String operationName,
        @Nullable Map<String, Object> variables,
        @Nullable Map<String, Object> extensions) {

    /**
     * The document.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code validation_failed} if there is none
     */
    String document() {
        if (query == null || query.isBlank()) {
            throw Problem.invalid("query", "required", "query must not be empty")
                    .refusal();
        }
        return query;
    }
}
