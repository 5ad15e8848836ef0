package dev.mstv.platform.graphql;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How large a valid document can become when it is executed. A field counts one, and a list what its items count, as often
 * as it may have them, or as its {@code @listSize} assumes. Each fragment is measured once, however often it is spread.
 */
final class DocumentSize {

    /** As many items as a list has when nobody says how many. */
    private static final int LIST_SIZE = 100;

    /** What a mutation counts besides: it is work, and a document is one request to the limit of requests. */
    private static final int MUTATION = 90;

    private static final Size NOTHING = new Size(0, 0);

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Size> measured = new HashMap<>();

    DocumentSize(GraphQLSchema schema, Document document) {
        this.schema = schema;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** What a selection comes to: the fields in all, and how deep they are nested. */
    record Size(long fields, int depth) {

        Size beside(Size other) {
            return new Size(Math.min(fields + other.fields, Integer.MAX_VALUE), Math.max(depth, other.depth));
        }

        Size below(int items) {
            return new Size(Math.min(1 + fields * items, Integer.MAX_VALUE), 1 + depth);
        }
    }

    Size of(OperationDefinition operation) {
        GraphQLFieldsContainer root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        return of(operation.getSelectionSet(), root);
    }

    private Size of(@Nullable SelectionSet selections, GraphQLType type) {
        Size size = NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.beside(of(selection, type));
            }
        }
        return size;
    }

    private Size of(Selection<?> selection, GraphQLType type) {
        return switch (selection) {
            case Field field -> of(field, type);
            case InlineFragment fragment ->
                of(
                        fragment.getSelectionSet(),
                        fragment.getTypeCondition() == null
                                ? type
                                : type(fragment.getTypeCondition().getName()));
            case FragmentSpread spread -> of(spread);
            default -> throw new IllegalStateException("Not a selection: " + selection);
        };
    }

    private Size of(FragmentSpread spread) {
        Size known = measured.get(spread.getName());
        if (known == null) {
            FragmentDefinition fragment = Objects.requireNonNull(fragments.get(spread.getName()));
            known = of(
                    fragment.getSelectionSet(), type(fragment.getTypeCondition().getName()));
            measured.put(spread.getName(), known);
        }
        return known;
    }

    private Size of(Field field, GraphQLType type) {
        // What tools ask about a schema is long and deep, and the engine itself bounds it.
        if (field.getName().startsWith("__") || !(type instanceof GraphQLFieldsContainer container)) {
            return NOTHING;
        }
        GraphQLFieldDefinition definition = Objects.requireNonNull(container.getField(field.getName()));
        GraphQLOutputType output = definition.getType();
        Size children = of(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(output));
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(output));
        Size size = children.below(list ? items(field, definition) : 1);
        return container == schema.getMutationType() ? new Size(size.fields() + MUTATION, size.depth()) : size;
    }

    private GraphQLType type(String name) {
        return Objects.requireNonNull(schema.getType(name));
    }

    private static int items(Field field, GraphQLFieldDefinition definition) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("limit") && argument.getValue() instanceof IntValue limit) {
                return limit.getValue()
                        .max(BigInteger.ONE)
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValue();
            }
        }
        GraphQLAppliedDirective assumed = definition.getAppliedDirective("listSize");
        return assumed == null
                ? LIST_SIZE
                : Objects.requireNonNull(assumed.getArgument("assumedSize").<@Nullable Integer>getValue());
    }
}
