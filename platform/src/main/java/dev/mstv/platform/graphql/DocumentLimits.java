package dev.mstv.platform.graphql;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much a document may ask for. Looked at once, when it is first seen, so whatever a variable may hold is assumed. */
final class DocumentLimits {

    private static final int DEPTH = 10;
    private static final int COMPLEXITY = 1000;

    private final GraphQLSchema schema;

    DocumentLimits(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** Why a valid document is refused; empty if it is not. */
    Optional<GraphQLError> exceeded(Document document) {
        DocumentSize size = new DocumentSize(schema, document);
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            DocumentSize.Size measured = size.of(operation);
            if (measured.depth() > DEPTH) {
                return Optional.of(
                        refusal("query_too_deep", "The document is nested deeper than " + DEPTH + " levels."));
            }
            if (measured.fields() > COMPLEXITY) {
                return Optional.of(
                        refusal("query_too_complex", "The document asks for more than " + COMPLEXITY + " fields."));
            }
        }
        return Optional.empty();
    }

    private static GraphQLError refusal(String code, String detail) {
        return GraphQLError.newError()
                .message("%s", detail)
                .extensions(Map.of("code", code))
                .locations(List.of())
                .build();
    }
}
