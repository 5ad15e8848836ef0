package dev.mstv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.lang.ArchRule;
import dev.mstv.architecture.fixture.auth.application.Eavesdropping;
import dev.mstv.architecture.fixture.auth.application.Prying;
import dev.mstv.architecture.fixture.platform.Nosy;
import dev.mstv.architecture.fixture.users.Backwards;
import dev.mstv.platform.events.Event;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules 1 to 3: who may know whom. */
class ModuleRulesTest {

    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "auth", Set.of("users"),
            "orders", Set.of("users"),
            "coordination", Set.of("users", "orders", "payments"));

    private static ArchRule platformKnowsNoModule(Tree tree) {
        return noClasses()
                .that()
                .resideInAPackage(tree.in("platform.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(tree.modules().stream()
                        .map(module -> tree.in(module + ".."))
                        .toArray(String[]::new));
    }

    private static ArchRule nothingKnowsWhatTestsRunOn(Tree tree) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.mstv.devstack..", "dev.mstv.acceptance..", "org.junit..");
    }

    private static ArchRule modulesAreUsedThroughTheirPublishedLanguage(Tree tree) {
        return classes().should(Violations.dependOnlyWhere("use modules through what they publish", dependency -> {
            Optional<String> target = tree.moduleOf(dependency.getTargetClass());
            return target.isEmpty()
                    || target.equals(tree.moduleOf(dependency.getOriginClass()))
                    || tree.published(dependency.getTargetClass());
        }));
    }

    private static ArchRule modulesKnowOnlyTheirUpstream(Tree tree) {
        return classes().should(Violations.dependOnlyWhere("know only modules upstream", dependency -> {
            Optional<String> origin = tree.moduleOf(dependency.getOriginClass());
            Optional<String> target = tree.moduleOf(dependency.getTargetClass());
            return origin.isEmpty()
                    || target.isEmpty()
                    || origin.equals(target)
                    || ALLOWED.getOrDefault(origin.get(), Set.of()).contains(target.get());
        }));
    }

    private static ArchRule eventsMakeNoEdge(Tree tree) {
        return classes()
                .should(Violations.dependOnlyWhere(
                        "read events of others into records of their own",
                        dependency -> !foreignEvent(tree, dependency)));
    }

    private static boolean foreignEvent(Tree tree, Dependency dependency) {
        Optional<String> target = tree.moduleOf(dependency.getTargetClass());
        return target.isPresent()
                && dependency.getTargetClass().isAssignableTo(Event.class)
                && !target.equals(tree.moduleOf(dependency.getOriginClass()));
    }

    @Test
    void thePlatformKnowsNoModule() {
        Tree.holds(ModuleRulesTest::platformKnowsNoModule);
        Tree.bites(ModuleRulesTest::platformKnowsNoModule, Nosy.class);
    }

    @Test
    void nothingInProductionKnowsTheDevelopmentStack() {
        Tree.holds(ModuleRulesTest::nothingKnowsWhatTestsRunOn);
        Tree.bites(ModuleRulesTest::nothingKnowsWhatTestsRunOn, Nosy.class);
    }

    @Test
    void aModuleIsUsedThroughItsPublishedLanguage() {
        Tree.holds(ModuleRulesTest::modulesAreUsedThroughTheirPublishedLanguage);
        Tree.bites(ModuleRulesTest::modulesAreUsedThroughTheirPublishedLanguage, Prying.class);
    }

    @Test
    void aModuleKnowsOnlyModulesUpstream() {
        Tree.holds(ModuleRulesTest::modulesKnowOnlyTheirUpstream);
        Tree.bites(ModuleRulesTest::modulesKnowOnlyTheirUpstream, Backwards.class);
    }

    @Test
    void anEventMakesNoEdgeBetweenModules() {
        Tree.holds(ModuleRulesTest::eventsMakeNoEdge);
        Tree.bites(ModuleRulesTest::eventsMakeNoEdge, Eavesdropping.class);
    }
}
