package dev.mstv.platform.graphql;

import graphql.GraphQLError;
import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much one document may ask for. */
final class Limits {

    static final int DEPTH = 10;
    static final int COMPLEXITY = 1000;

    /** As many items as a list has when nobody says how many. */
    private static final int LIST_SIZE = 100;

    private Limits() {}

    static Instrumentation instrumentation() {
        return new ChainedInstrumentation(new Depth(), new Complexity());
    }

    /** A field costs one, and a list what its items cost, as often as it may have them. */
    private static FieldComplexityCalculator costs() {
        return (environment, children) -> {
            // What tools ask about a schema is long and deep; the engine itself bounds it.
            boolean introspection = environment.getParentType().getName().startsWith("__")
                    || environment.getFieldDefinition().getName().startsWith("__");
            if (introspection
                    || !GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(
                            environment.getFieldDefinition().getType()))) {
                return 1 + children;
            }
            Object limit = environment.getArguments().get("limit");
            return 1 + children * (limit instanceof Integer items && items > 0 ? items : LIST_SIZE);
        };
    }

    private static AbortExecutionException refusal(String code, String detail) {
        GraphQLError error = GraphQLError.newError()
                .message(detail)
                .extensions(Map.of("code", code))
                .build();
        return new AbortExecutionException(List.of(error));
    }

    private static final class Depth extends MaxQueryDepthInstrumentation {

        Depth() {
            super(DEPTH);
        }

        @Override
        public @Nullable InstrumentationContext<graphql.ExecutionResult> beginExecuteOperation(
                InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
            OperationDefinition operation = parameters.getExecutionContext().getOperationDefinition();
            return introspective(operation) ? null : super.beginExecuteOperation(parameters, state);
        }

        // What tools ask about a schema is deep; the engine itself bounds it.
        private static boolean introspective(OperationDefinition operation) {
            return operation.getSelectionSet().getSelections().stream()
                    .allMatch(selection ->
                            selection instanceof Field field && field.getName().startsWith("__"));
        }

        @Override
        protected AbortExecutionException mkAbortException(int depth, int maxDepth) {
            return refusal("query_too_deep", "The document is nested deeper than " + maxDepth + " levels.");
        }
    }

    private static final class Complexity extends MaxQueryComplexityInstrumentation {

        Complexity() {
            super(COMPLEXITY, costs());
        }

        @Override
        protected AbortExecutionException mkAbortException(int total, int max) {
            return refusal("query_too_complex", "The document asks for more than " + max + " fields.");
        }
    }
}
