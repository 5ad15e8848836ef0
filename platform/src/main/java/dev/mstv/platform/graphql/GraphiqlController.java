package dev.mstv.platform.graphql;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Webjar;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** GraphiQL, to try the GraphQL edge from this process alone. Not in production. */
@Controller("/graphiql")
@Edge
@Requires(property = "mstv.documented", value = "true")
class GraphiqlController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <title>MSTV GraphQL</title>
              <link rel="stylesheet" href="/graphiql/graphiql.min.css">
            </head>
            <body style="margin: 0">
              <div id="graphiql" style="height: 100vh"></div>
              <script src="/graphiql/react.js"></script>
              <script src="/graphiql/react-dom.js"></script>
              <script src="/graphiql/graphiql.min.js"></script>
              <script src="/graphiql/start.js"></script>
            </body>
            </html>
            """;

    private static final String START = """
            ReactDOM.createRoot(document.getElementById('graphiql')).render(
              React.createElement(GraphiQL, {
                fetcher: GraphiQL.createFetcher({url: '/graphql'}),
                shouldPersistHeaders: true
              }));
            """;

    private final Webjar graphiql = Webjar.of("org.webjars.npm", "graphiql");
    private final Webjar react = Webjar.of("org.webjars.npm", "react");
    private final Webjar reactDom = Webjar.of("org.webjars.npm", "react-dom");

    @Get
    @Produces(MediaType.TEXT_HTML)
    String page() {
        return PAGE;
    }

    @Get("/start.js")
    @Produces("text/javascript")
    String start() {
        return START;
    }

    @Get("/{file}")
    HttpResponse<byte[]> file(String file) {
        return switch (file) {
            case "graphiql.min.js", "graphiql.min.css" -> graphiql.file(file);
            case "react.js" -> react.file("umd/react.production.min.js");
            case "react-dom.js" -> reactDom.file("umd/react-dom.production.min.js");
            default ->
                throw Problem.of(ProblemKind.NOT_FOUND, "not_found", "There is no such file.")
                        .refusal();
        };
    }
}
