package dev.mstv.platform.graphql;

import dev.mstv.platform.web.Edge;
import graphql.ExecutionResult;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Map;

/** The one endpoint of GraphQL. What cannot be executed at all is answered with 400, everything else with 200. */
@Controller("/graphql")
@Edge
class GraphqlController {

    private final Operations operations;

    GraphqlController(Operations operations) {
        this.operations = operations;
    }

    @Post
    HttpResponse<Map<String, Object>> execute(@Body GraphqlRequest request) {
        ExecutionResult result = operations.execute(request, Transport.REQUEST);
        Map<String, Object> body = Operations.body(result);
        return result.isDataPresent()
                ? HttpResponse.ok(body)
                : HttpResponse.<Map<String, Object>>badRequest().body(body);
    }
}
