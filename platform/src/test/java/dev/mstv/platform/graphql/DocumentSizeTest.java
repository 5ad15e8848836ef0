package dev.mstv.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.junit.jupiter.api.Test;

class DocumentSizeTest {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser()
                            .parse("type Query { person: Person people(limit: Int): [Person!]! }"
                                    + " type Mutation { greet: Person }"
                                    + " type Person { name: String friend: Person pets: [Person!]! @listSize(assumedSize: 3) }"
                                    + " directive @listSize(assumedSize: Int!) on FIELD_DEFINITION"),
                    RuntimeWiring.newRuntimeWiring().build());

    private static DocumentSize.Size size(String text) {
        Document document = new Parser().parseDocument(text);
        return new DocumentSize(SCHEMA, document)
                .of(document.getDefinitionsOfType(OperationDefinition.class).getFirst());
    }

    @Test
    void countsEveryField() {
        assertThat(size("{ person { name friend { name } } }")).isEqualTo(new DocumentSize.Size(4, 3));
    }

    @Test
    void countsAFieldAsOftenAsItHasAliases() {
        assertThat(size("{ a: person { name } b: person { name } }").fields()).isEqualTo(4);
    }

    @Test
    void countsTheItemsOfAListAsOftenAsItSays() {
        assertThat(size("{ people(limit: 5) { name } }").fields()).isEqualTo(6);
    }

    @Test
    void takesAListThatDoesNotSayToBeFull() {
        assertThat(size("{ people { name } }").fields()).isEqualTo(101);
    }

    @Test
    void takesAListToBeAsLongAsItsSchemaAssumes() {
        assertThat(size("{ person { pets { name } } }").fields()).isEqualTo(5);
    }

    @Test
    void takesAListWhoseLengthIsAVariableToBeFull() {
        assertThat(size("query($n: Int) { people(limit: $n) { name } }").fields())
                .isEqualTo(101);
    }

    @Test
    void doesNotLetANegativeLengthMakeAListSmall() {
        assertThat(size("{ people(limit: -5) { name } }").fields()).isEqualTo(2);
    }

    @Test
    void countsAMutationForTheWorkThatItIs() {
        assertThat(size("mutation { a: greet { name } b: greet { name } }").fields())
                .isEqualTo(184);
    }

    @Test
    void looksIntoFragments() {
        assertThat(size("{ person { ...p } } fragment p on Person { name ... on Person { friend { name } } }"))
                .isEqualTo(new DocumentSize.Size(4, 3));
    }

    @Test
    void measuresFragmentsThatDoubleEachOtherInNoTime() {
        StringBuilder text = new StringBuilder("{ person { ...f0 } }");
        for (int i = 0; i < 60; i++) {
            text.append(" fragment f%d on Person { ...f%d ...f%d }".formatted(i, i + 1, i + 1));
        }
        text.append(" fragment f60 on Person { name }");
        assertThat(size(text.toString()).fields()).isGreaterThan(1_000_000);
    }

    @Test
    void doesNotCountWhatToolsAskAboutTheSchema() {
        assertThat(size("{ __schema { types { name } } person { __typename name } }")
                        .fields())
                .isEqualTo(2);
    }
}
