package dev.mstv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import dev.mstv.architecture.fixture.auth.interfaces.rest.BlockingController;
import dev.mstv.architecture.fixture.auth.interfaces.rest.BlockingFilter;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.composition.EdgeOf;
import dev.mstv.platform.composition.InModule;
import dev.mstv.platform.web.Edge;
import io.micronaut.context.annotation.Configuration;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules 7 and 8: beans exist where their module or protocol is on, and nothing blocks on the event loop. */
class BeanRulesTest {

    private static ArchRule controllersLeaveTheEventLoop(Tree tree) {
        return classes().that().areAnnotatedWith(Controller.class).should().beAnnotatedWith(Edge.class);
    }

    private static ArchRule filtersDoNotBlock(Tree tree) {
        return noClasses()
                .that()
                .areAnnotatedWith(ServerFilter.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Bus.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.mstv.platform.persistence..", "org.jdbi..", "java.sql..");
    }

    private static ArchRule beansCanBeSwitchedOff(Tree tree) {
        return classes()
                .that(DescribedPredicate.describe("are beans of a module", type -> bean(type, tree)))
                .should(Violations.be("below a switch of its module", type -> switched(type, tree)));
    }

    private static boolean bean(JavaClass type, Tree tree) {
        return tree.moduleOf(type).isPresent()
                && Stream.of(
                                "jakarta.inject.Scope",
                                "io.micronaut.context.annotation.Bean",
                                "io.micronaut.context.annotation.DefaultScope")
                        .anyMatch(type::isMetaAnnotatedWith);
    }

    private static boolean switched(JavaClass type, Tree tree) {
        String module = tree.moduleOf(type).orElseThrow();
        Optional<JavaPackage> at = Optional.of(type.getPackage());
        while (at.isPresent() && at.get().getName().startsWith(tree.in(module))) {
            if (isSwitch(at.get(), module)) {
                return true;
            }
            at = at.get().getParent();
        }
        return false;
    }

    private static boolean isSwitch(JavaPackage at, String module) {
        boolean inModule = at.tryGetAnnotationOfType(InModule.class)
                .map(on -> on.value().equals(module))
                .orElse(false);
        boolean edge = at.tryGetAnnotationOfType(EdgeOf.class)
                .map(on -> on.value().equals(module)
                        && (on.protocol().length > 1 || at.getRelativeName().equalsIgnoreCase(on.protocol()[0].name())))
                .orElse(false);
        return at.isAnnotatedWith(Configuration.class) && (inModule || edge);
    }

    @Test
    void everyControllerLeavesTheEventLoop() {
        Tree.holds(BeanRulesTest::controllersLeaveTheEventLoop);
        Tree.bites(BeanRulesTest::controllersLeaveTheEventLoop, BlockingController.class);
    }

    @Test
    void noFilterBlocks() {
        Tree.holds(BeanRulesTest::filtersDoNotBlock);
        Tree.bites(BeanRulesTest::filtersDoNotBlock, BlockingFilter.class);
    }

    @Test
    void everyBeanOfAModuleCanBeSwitchedOff() {
        Tree.holds(BeanRulesTest::beansCanBeSwitchedOff);
        Tree.bites(BeanRulesTest::beansCanBeSwitchedOff, BlockingController.class);
    }
}
