package dev.mstv.platform.web;

import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.Set;

/** The description of the REST edge, and Swagger UI to try it, from this process alone. Not in production. */
@Controller
@Edge
@Requires(property = "mstv.documented", value = "true")
class ApiController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <title>MSTV API</title>
              <link rel="stylesheet" href="/api/swagger-ui.css">
            </head>
            <body>
              <div id="ui"></div>
              <script src="/api/swagger-ui-bundle.js"></script>
              <script src="/api/start.js"></script>
            </body>
            </html>
            """;

    private static final String START =
            "SwaggerUIBundle({url: '/api-json', dom_id: '#ui', persistAuthorization: true, deepLinking: true})";

    private static final Set<String> FILES = Set.of("swagger-ui.css", "swagger-ui-bundle.js");

    private final Webjar swaggerUi = Webjar.of("org.webjars", "swagger-ui");
    private final ApiDescription description;

    ApiController(ApiDescription description) {
        this.description = description;
    }

    @Get("/api")
    @Produces(MediaType.TEXT_HTML)
    String page() {
        return PAGE;
    }

    @Get("/api-json")
    @Produces(MediaType.APPLICATION_JSON)
    byte[] description() {
        return description.json();
    }

    @Get("/api/start.js")
    @Produces("text/javascript")
    String start() {
        return START;
    }

    @Get("/api/{file}")
    HttpResponse<byte[]> file(String file) {
        if (!FILES.contains(file)) {
            throw Problem.of(ProblemKind.NOT_FOUND, "not_found", "There is no such file.")
                    .refusal();
        }
        return swaggerUi.file(file);
    }
}
