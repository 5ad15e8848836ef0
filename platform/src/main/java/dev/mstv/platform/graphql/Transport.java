package dev.mstv.platform.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLContext;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By what a document came. */
enum Transport {
    REQUEST,
    SOCKET;

    private static final String KEY = "mstv.transport";

    void put(GraphQLContext.Builder context) {
        context.of(KEY, this);
    }

    static Transport of(ExecutionInput input) {
        return Objects.requireNonNull(input.getGraphQLContext().<@Nullable Transport>get(KEY));
    }

    /** Whether the operation can be answered: one answer to a request, any number over a socket. */
    boolean carries(PreparsedDocumentEntry entry, @Nullable String operation) {
        return this == SOCKET
                || entry.hasErrors()
                || entry.getDocument().getDefinitionsOfType(OperationDefinition.class).stream()
                        .filter(found -> operation == null || operation.isEmpty() || operation.equals(found.getName()))
                        .noneMatch(found -> found.getOperation() == OperationDefinition.Operation.SUBSCRIPTION);
    }
}
