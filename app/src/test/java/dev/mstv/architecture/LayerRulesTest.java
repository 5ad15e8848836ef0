package dev.mstv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.mstv.architecture.fixture.auth.PublishedService;
import dev.mstv.architecture.fixture.users.application.Inverted;
import dev.mstv.architecture.fixture.users.application.ShownHandler;
import dev.mstv.architecture.fixture.users.domain.Framed;
import dev.mstv.architecture.fixture.users.interfaces.rest.Shortcut;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rules 4 and 5: the layers of a module, and what of them is seen. */
class LayerRulesTest {

    private static ArchRule domainIsPure(Tree tree) {
        return classes()
                .that()
                .resideInAnyPackage(tree.layer("domain"))
                .should(Violations.dependOnlyWhere("know only the JDK, JSpecify and published language", dependency -> {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String name = target.getPackageName();
                    return target.isPrimitive()
                            || name.startsWith("java.")
                            || name.equals("org.jspecify.annotations")
                            || tree.published(target)
                            || name.equals(dependency.getOriginClass().getPackageName());
                }));
    }

    private static ArchRule applicationIgnoresAdapters(Tree tree) {
        return noClasses()
                .that()
                .resideInAnyPackage(tree.layer("application"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all(tree.layer("infrastructure"), tree.layer("interfaces")));
    }

    private static ArchRule adaptersIgnoreEachOther(Tree tree) {
        String[] adapters = all(tree.layer("infrastructure"), tree.layer("interfaces"));
        return classes()
                .that()
                .resideInAnyPackage(adapters)
                .should(Violations.dependOnlyWhere("ignore other adapters", dependency -> {
                    String target = dependency.getTargetClass().getPackageName();
                    // What the edges of a module share lies in the package above them.
                    return (dependency.getOriginClass().getPackageName() + '.').startsWith(target + '.')
                            || tree.moduleOf(dependency.getTargetClass()).isEmpty()
                            || !tree.belowModule(dependency.getTargetClass()).matches("(infrastructure|interfaces).*");
                }));
    }

    // Ports are public, because adapters in other packages implement them; so is what the edges of a module share.
    private static ArchRule internalsArePackagePrivate(Tree tree) {
        return classes()
                .that()
                .resideInAnyPackage(
                        all(tree.layer("application"), tree.layer("infrastructure"), tree.layer("interfaces.*")))
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .should()
                .bePackagePrivate();
    }

    private static ArchRule publishedTypesAreValues(Tree tree) {
        return classes()
                .that(DescribedPredicate.describe("are published", tree::published))
                .and()
                .arePublic()
                .should(Violations.be(
                        "a record, an enum, a sealed interface or an annotation",
                        type -> type.isRecord() || type.isEnum() || type.isAnnotation() || sealedInterface(type)));
    }

    private static boolean sealedInterface(JavaClass type) {
        return type.isInterface()
                && type.reflect().isSealed()
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String[] all(String[]... packages) {
        return Arrays.stream(packages).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void theDomainKnowsOnlyTheJdkAndPublishedLanguage() {
        Tree.holds(LayerRulesTest::domainIsPure);
        Tree.bites(LayerRulesTest::domainIsPure, Framed.class);
    }

    @Test
    void theApplicationIgnoresItsAdapters() {
        Tree.holds(LayerRulesTest::applicationIgnoresAdapters);
        Tree.bites(LayerRulesTest::applicationIgnoresAdapters, Inverted.class);
    }

    @Test
    void adaptersIgnoreEachOther() {
        Tree.holds(LayerRulesTest::adaptersIgnoreEachOther);
        Tree.bites(LayerRulesTest::adaptersIgnoreEachOther, Shortcut.class);
    }

    @Test
    void handlersAdaptersAndEdgesArePackagePrivate() {
        Tree.holds(LayerRulesTest::internalsArePackagePrivate);
        Tree.bites(LayerRulesTest::internalsArePackagePrivate, ShownHandler.class);
    }

    @Test
    void whatAModulePublishesAreValues() {
        Tree.holds(LayerRulesTest::publishedTypesAreValues);
        Tree.bites(LayerRulesTest::publishedTypesAreValues, PublishedService.class);
    }
}
