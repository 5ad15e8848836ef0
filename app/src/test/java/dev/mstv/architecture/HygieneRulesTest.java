package dev.mstv.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.mstv.architecture.fixture.platform.Careless;
import java.time.Clock;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Rule 6: what makes code hard to test or to run many times at once. */
class HygieneRulesTest {

    private static ArchRule noFieldInjection(Tree tree) {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Value")
                .orShould()
                .beAnnotatedWith("io.micronaut.context.annotation.Property");
    }

    private static ArchRule environmentIsReadInOnePlace(Tree tree) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(tree.in("platform.config"))
                .should(calls(
                        "System.getenv",
                        call -> owner(call, System.class) && call.getName().equals("getenv")));
    }

    private static ArchRule timeComesFromAClock(Tree tree) {
        return noClasses().should(calls("now() without a Clock", HygieneRulesTest::readsTheTime));
    }

    private static ArchRule oneClock(Tree tree) {
        return noClasses()
                .that()
                .areNotAnnotatedWith("io.micronaut.context.annotation.Factory")
                .should(calls(
                        "Clock.system…",
                        call -> owner(call, Clock.class) && call.getName().startsWith("system")));
    }

    private static ArchRule nothingSleeps(Tree tree) {
        return noClasses()
                .should(calls(
                        "sleep",
                        call -> call.getName().equals("sleep")
                                && call.getTargetOwner().getPackageName().startsWith("java.")));
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        boolean now = call.getTargetOwner().getPackageName().startsWith("java.time")
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || (owner(call, System.class) && call.getName().equals("currentTimeMillis"));
    }

    private static boolean owner(JavaMethodCall call, Class<?> type) {
        return call.getTargetOwner().isEquivalentTo(type);
    }

    private static ArchCondition<JavaClass> calls(String description, Predicate<JavaMethodCall> call) {
        return callMethodWhere(DescribedPredicate.describe(description, call));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        Tree.holds(HygieneRulesTest::noFieldInjection);
        Tree.bites(HygieneRulesTest::noFieldInjection, Careless.class);
    }

    @Test
    void onlyTheConfigurationReadsTheEnvironment() {
        Tree.holds(HygieneRulesTest::environmentIsReadInOnePlace);
        Tree.bites(HygieneRulesTest::environmentIsReadInOnePlace, Careless.class);
    }

    @Test
    void theTimeComesFromAClock() {
        Tree.holds(HygieneRulesTest::timeComesFromAClock);
        Tree.bites(HygieneRulesTest::timeComesFromAClock, Careless.class);
    }

    @Test
    void onlyAFactoryMakesAClock() {
        Tree.holds(HygieneRulesTest::oneClock);
        Tree.bites(HygieneRulesTest::oneClock, Careless.class);
    }

    @Test
    void nothingSleeps() {
        Tree.holds(HygieneRulesTest::nothingSleeps);
        Tree.bites(HygieneRulesTest::nothingSleeps, Careless.class);
    }
}
