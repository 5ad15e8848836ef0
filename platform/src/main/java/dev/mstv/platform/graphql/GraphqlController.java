package dev.mstv.platform.graphql;

import dev.mstv.platform.config.Settings;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.web.Edge;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dataloader.DataLoaderRegistry;

/** The one endpoint of GraphQL. What cannot be executed at all is answered with 400, everything else with 200. */
@Controller("/graphql")
@Edge
class GraphqlController {

    private final GraphQL graphql;
    private final List<GraphqlEdge> edges;
    private final boolean introspection;

    GraphqlController(GraphqlSchema schema, List<GraphqlEdge> edges, Settings settings) {
        this.graphql = GraphQL.newGraphQL(schema.schema())
                .preparsedDocumentProvider(new Documents(new DocumentLimits(schema.schema())))
                .defaultDataFetcherExceptionHandler(new Errors())
                .build();
        this.edges = edges;
        this.introspection = !settings.production();
    }

    @Post
    HttpResponse<Map<String, Object>> execute(@Body GraphqlRequest request) {
        if (request.query() == null || request.query().isBlank()) {
            throw Problem.invalid("query", "required", "query must not be empty")
                    .refusal();
        }
        ExecutionResult result = graphql.execute(input(request, request.query()));
        Map<String, Object> body = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            body.put("errors", Errors.specification(result.getErrors()));
        }
        if (!result.isDataPresent()) {
            return HttpResponse.<Map<String, Object>>badRequest().body(body);
        }
        body.put("data", result.getData());
        return HttpResponse.ok(body);
    }

    private ExecutionInput input(GraphqlRequest request, String query) {
        DataLoaderRegistry loaders = new DataLoaderRegistry();
        edges.forEach(edge -> edge.addLoaders(loaders));
        return ExecutionInput.newExecutionInput(query)
                .operationName(request.operationName())
                .variables(request.variables() == null ? Map.of() : request.variables())
                .dataLoaderRegistry(loaders)
                .graphQLContext(context -> context.of(Introspection.INTROSPECTION_DISABLED, !introspection))
                .build();
    }
}
