package dev.mstv.platform.graphql;

import dev.mstv.platform.config.Settings;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dataloader.DataLoaderRegistry;

/** Executes documents, by whatever they came. May block; the call is bound to the thread. Thread-safe. */
@Singleton
final class Operations {

    private final GraphQL graphql;
    private final List<GraphqlEdge> edges;
    private final boolean introspection;

    Operations(GraphqlSchema schema, List<GraphqlEdge> edges, Settings settings) {
        this.graphql = GraphQL.newGraphQL(schema.schema())
                .preparsedDocumentProvider(new Documents(new DocumentLimits(schema.schema())))
                .defaultDataFetcherExceptionHandler(new Errors())
                .build();
        this.edges = edges;
        this.introspection = !settings.production();
    }

    /**
     * Executes the request.
     *
     * @throws dev.mstv.platform.problem.Refusal {@code validation_failed} if it has no document
     */
    ExecutionResult execute(GraphqlRequest request, Transport transport) {
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        edges.forEach(edge -> edge.addLoaders(loaders));
        return graphql.execute(ExecutionInput.newExecutionInput(request.document())
                .operationName(request.operationName())
                .variables(request.variables() == null ? Map.of() : request.variables())
                .dataLoaderRegistry(loaders)
                .graphQLContext(context -> {
                    context.of(Introspection.INTROSPECTION_DISABLED, !introspection);
                    transport.put(context);
                })
                .build());
    }

    /** A result as clients see it. */
    static Map<String, Object> body(ExecutionResult result) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", Errors.specification(result.getErrors()));
        }
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        return body;
    }
}
