package dev.mstv.platform.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Remembers the documents that were parsed, validated and measured: clients send the same few again and again. */
final class Documents implements PreparsedDocumentProvider {

    // By rule of thumb, a parsed document takes so many bytes for each of its characters.
    private static final int BYTES_PER_CHARACTER = 64;
    private static final long MAX_BYTES = 16 * 1024 * 1024;

    private static final PreparsedDocumentEntry NOT_HERE = new PreparsedDocumentEntry(GraphQLError.newError()
            .message("%s", "Subscriptions need a WebSocket, by graphql-transport-ws.")
            .extensions(Map.of("code", "subscription_needs_websocket"))
            .locations(List.of())
            .build());

    private final DocumentLimits limits;
    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .weigher((String query, PreparsedDocumentEntry entry) -> BYTES_PER_CHARACTER * query.length())
            .build();

    Documents(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry entry = known.getIfPresent(input.getQuery());
        if (entry == null) {
            entry = measured(parseAndValidate.apply(input));
            // A text in the document may be a password, and a document with one seldom comes twice.
            if (!entry.hasErrors() && input.getQuery().indexOf('"') < 0) {
                known.put(input.getQuery(), entry);
            }
        }
        return CompletableFuture.completedFuture(
                Transport.of(input).carries(entry, input.getOperationName()) ? entry : NOT_HERE);
    }

    private PreparsedDocumentEntry measured(PreparsedDocumentEntry entry) {
        return entry.hasErrors()
                ? entry
                : limits.exceeded(entry.getDocument())
                        .map(PreparsedDocumentEntry::new)
                        .orElse(entry);
    }
}
