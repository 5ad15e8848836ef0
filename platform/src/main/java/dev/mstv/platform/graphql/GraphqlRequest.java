package dev.mstv.platform.graphql;

import io.micronaut.core.annotation.Introspected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients send (GraphQL over HTTP, section 5). */
@Introspected
record GraphqlRequest(
        @Nullable String query,
        @Nullable String operationName,
        @Nullable Map<String, Object> variables,
        @Nullable Map<String, Object> extensions) {}
