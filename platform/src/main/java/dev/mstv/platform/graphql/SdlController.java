package dev.mstv.platform.graphql;

import dev.mstv.platform.web.Edge;
import graphql.schema.idl.SchemaPrinter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The schema that this process serves, in GraphQL's own language. Not in production. */
@Controller("/schemas/graphql")
@Edge
@Requires(property = "mstv.documented", value = "true")
class SdlController {

    private final String sdl;

    SdlController(GraphqlSchema schema) {
        this.sdl = new SchemaPrinter(SchemaPrinter.Options.defaultOptions().includeDirectives(false))
                .print(schema.schema());
    }

    @Get
    @Produces(MediaType.TEXT_PLAIN)
    String sdl() {
        return sdl;
    }
}
