package dev.mstv.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is sent gets its documented problem, and nothing of it is stored. */
@InEveryShape
class BadInputTest {

    private static Account admin;
    private static Account user;

    @BeforeAll
    static void signIn() {
        admin = Account.newAdministrator(World.app());
        user = Account.registered(World.app());
    }

    @TestFactory
    Stream<DynamicTest> refusesBodies() {
        return refused(BadBodies.rows(admin).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesFields() {
        return refused(BadFields.rows(admin).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesValues() {
        return refused(BadValues.rows(admin).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesOrders() {
        return refused(BadOrders.rows(admin).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesTokens() {
        return refused(BadTokens.rows(user).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesParameters() {
        return refused(BadParameters.rows(admin).toList());
    }

    @TestFactory
    Stream<DynamicTest> refusesHttp() {
        return refused(BadHttp.rows(admin).toList());
    }

    @Test
    void triesAtLeastThreeHundredRequests() {
        assertThat(Stream.of(
                                BadBodies.rows(admin),
                                BadFields.rows(admin),
                                BadValues.rows(admin),
                                BadTokens.rows(user),
                                BadParameters.rows(admin),
                                BadHttp.rows(admin))
                        .mapToLong(Stream::count)
                        .sum())
                .isGreaterThanOrEqualTo(300);
    }

    private static Stream<DynamicTest> refused(List<Bad> rows) {
        // Whatever was asked for before reaches its subscribers later.
        Map<String, Long> before = World.database().rowCounts();
        return Stream.concat(
                rows.stream()
                        .map(bad -> dynamicTest(bad.name(), () -> assertThat(
                                        World.app().send(bad.bytes()).problem())
                                .isEqualTo(bad.expected()))),
                Stream.of(dynamicTest(
                        "and stores nothing",
                        () -> assertThat(World.database().rowCounts()).isEqualTo(before))));
    }
}
