package dev.mstv.platform.graphql;

import dev.mstv.platform.composition.Composition;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The schema of this process: every module's types, and those fields of the roots whose edges are here. */
@Singleton
final class GraphqlSchema {

    private static final List<String> ROOTS = List.of("Query", "Mutation", "Subscription");

    private final GraphQLSchema schema;

    GraphqlSchema(Composition composition, List<GraphqlEdge> edges) {
        TypeDefinitionRegistry types = new TypeDefinitionRegistry();
        types.merge(read("base"));
        composition.all().forEach(module -> types.merge(read(module)));
        RuntimeWiring.Builder wiring =
                RuntimeWiring.newRuntimeWiring().scalar(Scalars.DATE_TIME).scalar(Scalars.JSON);
        edges.forEach(edge -> edge.wire(wiring));
        RuntimeWiring wired = wiring.build();
        ROOTS.forEach(root -> removeUnwired(root, types, wired));
        this.schema = new SchemaGenerator().makeExecutableSchema(types, wired);
    }

    GraphQLSchema schema() {
        return schema;
    }

    private static void removeUnwired(String root, TypeDefinitionRegistry types, RuntimeWiring wired) {
        List<ObjectTypeExtensionDefinition> extensions =
                new ArrayList<>(types.objectTypeExtensions().getOrDefault(root, List.of()));
        int left = 0;
        for (ObjectTypeExtensionDefinition extension : extensions) {
            List<FieldDefinition> here = extension.getFieldDefinitions().stream()
                    .filter(field -> wired.getDataFetchersForType(root).containsKey(field.getName()))
                    .toList();
            types.remove(extension);
            if (!here.isEmpty()) {
                types.add(extension.transformExtension(changed -> changed.fieldDefinitions(here)));
            }
            left += here.size();
        }
        if (left == 0) {
            types.getType(root).ifPresent(types::remove);
        }
    }

    private static TypeDefinitionRegistry read(String module) {
        String resource = "graphql/" + module + ".graphqls";
        try (InputStream in = GraphqlSchema.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? new TypeDefinitionRegistry()
                    : new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
