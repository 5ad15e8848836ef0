package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is asked gets its documented code, and nothing of it is stored. */
@InEveryShape
class BadGraphqlTest {

    private static Account admin;
    private static Map<String, Long> before;

    @BeforeAll
    static void signIn() {
        admin = Account.newAdministrator(World.app());
        before = World.database().rowCounts();
    }

    @TestFactory
    Stream<DynamicTest> refusesRequests() {
        return BadGraphql.requests(admin)
                .map(bad -> dynamicTest(bad.name(), () -> assertThat(
                                World.app().send(bad.bytes()).problem())
                        .isEqualTo(bad.expected())));
    }

    @TestFactory
    Stream<DynamicTest> refusesDocuments() {
        return refused(BadGraphql.documents(), 400);
    }

    @TestFactory
    Stream<DynamicTest> refusesFields() {
        return refused(BadGraphql.fields(), 200);
    }

    @TestFactory
    Stream<DynamicTest> refusesFieldsToStrangers() {
        return Stream.of(
                        "{me{id}}",
                        "{users{id}}",
                        "{abilities{action}}",
                        "{orders{id}}",
                        "{payments(orderId:\\\"" + admin.id() + "\\\"){id}}",
                        "mutation{deleteUser(id:\\\"" + admin.id() + "\\\")}")
                .map(query -> dynamicTest(query, () -> assertThat(code(Request.post("/graphql", document(query)), 200))
                        .isEqualTo("unauthenticated")));
    }

    @Test
    void refusesVariablesOfTheWrongType() {
        String body = "{\"query\":\"query($id:String!){user(id:$id){id}}\",\"variables\":{\"id\":{\"a\":1}}}";

        assertThat(code(admin.post("/graphql", body), 400)).isEqualTo("invalid_query");
    }

    @Test
    void refusesAnUnknownOperation() {
        String body = "{\"query\":\"query A{me{id}}\",\"operationName\":\"B\"}";

        assertThat(code(admin.post("/graphql", body), 400)).isEqualTo("invalid_query");
    }

    private static Stream<DynamicTest> refused(Map<String, String> documents, int status) {
        return Stream.concat(
                documents.entrySet().stream()
                        .map(row -> dynamicTest(Bad.shortened(row.getKey()), () -> assertThat(
                                        code(admin.post("/graphql", document(row.getKey())), status))
                                .isEqualTo(row.getValue()))),
                Stream.of(dynamicTest(
                        "and stores nothing",
                        () -> assertThat(World.database().rowCounts()).isEqualTo(before))));
    }

    private static String document(String query) {
        return "{\"query\":\"" + query + "\"}";
    }

    private static String code(Request request, int status) {
        return World.app().send(request).expect(status).at("/errors/0/extensions/code");
    }
}
