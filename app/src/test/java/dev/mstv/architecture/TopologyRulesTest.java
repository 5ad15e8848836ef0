package dev.mstv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.mstv.TopologyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule 7: every module is in the table, has a package, and runs in the monolith and in exactly one other service. */
class TopologyRulesTest {

    private static final Set<String> NO_MODULES = Set.of("platform", "devstack", "contracts", "acceptance");

    private static List<String> faults(Map<String, Set<String>> services, Set<String> modules, Set<String> packages) {
        List<String> faults = new ArrayList<>();
        for (String module : modules) {
            long others = services.entrySet().stream()
                    .filter(row ->
                            !row.getKey().equals("monolith") && row.getValue().contains(module))
                    .count();
            if (others != 1) {
                faults.add(module + " runs in " + others + " services");
            }
            if (!services.getOrDefault("monolith", Set.of()).contains(module)) {
                faults.add(module + " does not run in the monolith");
            }
            if (!packages.contains(module)) {
                faults.add(module + " has no package");
            }
        }
        packages.stream()
                .filter(name -> !modules.contains(name))
                .forEach(name -> faults.add(name + " is not in the table"));
        return faults;
    }

    private static Set<String> packages() {
        return Tree.OURS.classes().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.mstv."))
                .map(name -> name.split("\\.", -1)[2])
                .filter(name -> !NO_MODULES.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theTableAndThePackagesAreOne() {
        assertThat(faults(TopologyTable.services(), Set.copyOf(TopologyTable.modules()), packages()))
                .isEmpty();
    }

    @Test
    void aModuleThatRunsNowhereIsFound() {
        assertThat(faults(Map.of("monolith", Set.of("a")), Set.of("a"), Set.of("a")))
                .containsExactly("a runs in 0 services");
    }

    @Test
    void aModuleThatRunsInTwoServicesIsFound() {
        Map<String, Set<String>> services = Map.of("monolith", Set.of("a"), "b", Set.of("a"), "c", Set.of("a"));
        assertThat(faults(services, Set.of("a"), Set.of("a"))).containsExactly("a runs in 2 services");
    }

    @Test
    void aModuleThatTheMonolithLacksIsFound() {
        assertThat(faults(Map.of("b", Set.of("a")), Set.of("a"), Set.of("a")))
                .containsExactly("a does not run in the monolith");
    }

    @Test
    void aModuleWithoutAPackageIsFound() {
        Map<String, Set<String>> services = Map.of("monolith", Set.of("a"), "b", Set.of("a"));
        assertThat(faults(services, Set.of("a"), Set.of())).containsExactly("a has no package");
    }

    @Test
    void aPackageThatIsNotInTheTableIsFound() {
        assertThat(faults(Map.of(), Set.of(), Set.of("invoices"))).containsExactly("invoices is not in the table");
    }
}
