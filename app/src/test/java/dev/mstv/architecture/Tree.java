package dev.mstv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.mstv.TopologyTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A tree of packages that rules are judged on: ours, or a small fake one in which every rule is broken. */
record Tree(String root, List<String> modules, JavaClasses classes) {

    // What the framework's processors write.
    private static final Pattern GENERATED = Pattern.compile(".*/(?:[^/]*\\$)?(?:\\$|Serde[A-Z])[^/]*\\.class");

    static final Tree OURS = ours();
    static final Tree BROKEN = broken();

    private static Tree ours() {
        ImportOption written = location -> !location.matches(GENERATED) && !location.contains("/dev/mstv/devstack/");
        return new Tree(
                "dev.mstv",
                TopologyTable.modules(),
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(written)
                        .importPackages("dev.mstv"));
    }

    private static Tree broken() {
        String root = "dev.mstv.architecture.fixture";
        return new Tree(root, List.of("auth", "users"), new ClassFileImporter().importPackages(root));
    }

    /** Asserts that nothing of ours breaks the rule. */
    static void holds(Function<Tree, ArchRule> rule) {
        rule.apply(OURS).check(OURS.classes);
    }

    /** Asserts that the rule reports {@code culprit}, a class of the fake tree. */
    static void bites(Function<Tree, ArchRule> rule, Class<?> culprit) {
        assertThat(rule.apply(BROKEN)
                        .evaluate(BROKEN.classes)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(violation -> violation.contains(culprit.getName()));
    }

    /** A package of this tree, in ArchUnit's notation. */
    String in(String below) {
        return root + '.' + below;
    }

    /** The packages named {@code layer} of all modules, and what is below. */
    String[] layer(String layer) {
        return modules.stream().map(module -> in(module + '.' + layer + "..")).toArray(String[]::new);
    }

    /** The module that a class belongs to; none for the platform and whatever is not ours. */
    Optional<String> moduleOf(JavaClass type) {
        return modules.stream()
                .filter(module -> type.getPackageName().equals(in(module))
                        || type.getPackageName().startsWith(in(module + '.')))
                .findFirst();
    }

    /** True for what a module publishes: the types of its base package. */
    boolean published(JavaClass type) {
        return modules.stream().anyMatch(module -> type.getPackageName().equals(in(module)));
    }

    /** The part of the package's name below the module; empty for its base package. */
    String belowModule(JavaClass type) {
        String base = in(moduleOf(type).orElseThrow());
        String name = type.getPackageName();
        return name.equals(base) ? "" : name.substring(base.length() + 1);
    }
}
