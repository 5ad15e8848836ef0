package dev.mstv.platform.events.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.web.Edge;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this process and its events look like to a program. Not in production. */
@Controller
@Edge
@Requires(property = "mstv.documented", value = "true")
class SchemasController {

    private final Catalogue catalogue;
    private final AsyncApi asyncApi;
    private final List<String> pages;

    SchemasController(Catalogue catalogue, AsyncApi asyncApi, Router router) {
        this.catalogue = catalogue;
        this.asyncApi = asyncApi;
        // Asked of the router, because what a process describes depends on its edges.
        this.pages = router.uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(SchemasController::path)
                .filter(path -> path.matches("/schemas/[a-z]+|/asyncapi\\.json|/api-json"))
                .distinct()
                .sorted()
                .toList();
    }

    @Get("/schemas")
    JsonNode index() {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        pages.forEach(index.putArray("schemas")::add);
        return index;
    }

    @Get("/schemas/events")
    JsonNode events() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        catalogue.all().stream().map(SchemasController::described).forEach(all.putArray("events")::add);
        return all;
    }

    /** The newest version of a type, or the one that is asked for, if there is a record of it still. */
    @Get("/schemas/events/{type}{?version}")
    JsonNode event(String type, @Nullable Integer version) {
        return (version == null ? catalogue.newest(type) : catalogue.find(type, version))
                .map(SchemasController::described)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "not_found", "There is no such event.")
                        .refusal());
    }

    @Get("/asyncapi.json")
    JsonNode asyncApi() {
        return asyncApi.document();
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static JsonNode described(CataloguedEvent event) {
        ObjectNode described = JsonNodeFactory.instance
                .objectNode()
                .put("type", event.type().name())
                .put("version", event.type().version())
                .put("topic", event.type().topic());
        if (event.type().module() != null) {
            described.put("module", event.type().module());
        }
        event.personal().forEach(described.putArray("personal")::add);
        described.set("schema", event.schema());
        described.set("example", event.example());
        return described;
    }
}
