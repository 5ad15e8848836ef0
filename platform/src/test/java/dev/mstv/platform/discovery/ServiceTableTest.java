package dev.mstv.platform.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mstv.platform.config.Variables;
import dev.mstv.platform.discovery.ServiceTable.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTableTest {

    private static final List<Service> SERVICES = List.of(
            new Service("api-gateway", Set.of(), 5000),
            new Service("lamp-service", Set.of("lamps"), 5001),
            new Service("chair-service", Set.of("chairs", "stools"), 5002));

    private static StaticDiscovery discovery(String services) {
        Variables variables = new Variables(Map.of("SERVICES", services));
        ServiceTable table = ServiceTable.read(SERVICES, variables);
        variables.refuseFaults();
        return new StaticDiscovery(table);
    }

    private static List<String> faults(String services) {
        return String.valueOf(catchThrowable(() -> discovery(services)).getMessage())
                .lines()
                .toList();
    }

    @Test
    void expectsEveryModuleOnThisMachineOnThePortOfItsService() {
        assertThat(discovery("").of("stools")).containsExactly(new Instance("127.0.0.1", 5002));
    }

    @Test
    void findsAModuleWhereItIsSaidToBe() {
        assertThat(discovery("lamps=h1:5001,h2:5001;chairs=h3:5005").of("lamps"))
                .containsExactly(new Instance("h1", 5001), new Instance("h2", 5001));
    }

    @Test
    void leavesTheOthersWhereTheyAreByDefault() {
        assertThat(discovery("lamps=h1:5001").of("chairs")).containsExactly(new Instance("127.0.0.1", 5002));
    }

    @Test
    void knowsNobodyWhoRunsWhatDoesNotExist() {
        assertThat(discovery("").of("tables")).isEmpty();
    }

    @Test
    void readsAddressesInBrackets() {
        assertThat(discovery("lamps=[fd00::1]:5001").of("lamps")).containsExactly(new Instance("fd00::1", 5001));
    }

    @Test
    void readsNamesOfClusters() {
        assertThat(discovery(" lamps = lamps.shop.svc.cluster.local:5001 , 10.0.0.7:5001 ; ")
                        .of("lamps"))
                .containsExactly(new Instance("lamps.shop.svc.cluster.local", 5001), new Instance("10.0.0.7", 5001));
    }

    @Test
    void writesAnAddressAsItReadsIt() {
        assertThat(Instance.parse("[fd00::1]:5001")).hasToString("[fd00::1]:5001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lamps",
                "lamps=",
                "lamps=h1",
                "lamps=h1:",
                "lamps=h1:0",
                "lamps=h1:65536",
                "lamps=:5001",
                "lamps=fd00::1:5001",
                "lamps=[h1]:5001",
                "lamps=h1:5001,",
                "lamps=http://h1:5001"
            })
    void refusesWhatIsNoAddress(String services) {
        assertThat(faults(services))
                .containsExactly("SERVICES: has no addresses for lamps, allowed is lamps=host:port,host:port");
    }

    @ParameterizedTest
    @CsvSource({"tables=h1:5001,tables", "=h1:5001,''", "Lamps=h1:5001,Lamps"})
    void refusesWhatIsNoModule(String services, String name) {
        assertThat(faults(services))
                .containsExactly("SERVICES: \"" + name + "\" is no module, allowed is one of chairs, lamps, stools");
    }

    @Test
    void refusesAModuleThatIsNamedTwice() {
        assertThat(faults("lamps=h1:5001;lamps=h2:5001")).containsExactly("SERVICES: names lamps twice");
    }

    @Test
    void tellsAllFaultsAtOnce() {
        assertThat(faults("lamps=;tables=h1:1;chairs=x")).hasSize(3);
    }
}
