package dev.mstv.platform.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Remembers the documents that were parsed, validated and measured: clients send the same few again and again. */
final class Documents implements PreparsedDocumentProvider {

    private static final long MAX_CHARACTERS = 2_000_000;

    private final DocumentLimits limits;
    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String query, PreparsedDocumentEntry entry) -> query.length())
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
            if (!entry.hasErrors()) {
                known.put(input.getQuery(), entry);
            }
        }
        return CompletableFuture.completedFuture(entry);
    }

    private PreparsedDocumentEntry measured(PreparsedDocumentEntry entry) {
        return entry.hasErrors()
                ? entry
                : limits.exceeded(entry.getDocument())
                        .map(PreparsedDocumentEntry::new)
                        .orElse(entry);
    }
}
