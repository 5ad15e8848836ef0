package dev.mstv.platform.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.discovery.ServiceTable.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kiwiproject.consul.model.health.ImmutableNode;
import org.kiwiproject.consul.model.health.ImmutableService;
import org.kiwiproject.consul.model.health.ImmutableServiceHealth;
import org.kiwiproject.consul.model.health.ServiceHealth;

class KnownInstancesTest {

    private static final Service CHAIRS = new Service("chair-service", Set.of("chairs", "stools"), 5002);
    private static final Duration JUST_BACK = Duration.ZERO;
    private static final Duration STEADY = KnownInstances.SETTLED.plusSeconds(1);

    private final KnownInstances known = new KnownInstances();

    private static ServiceHealth instance(String address, int port, Map<String, String> meta) {
        return ImmutableServiceHealth.builder()
                .node(ImmutableNode.builder().node("node").address("10.0.0.1").build())
                .service(ImmutableService.builder()
                        .id(address + port)
                        .service(CHAIRS.name())
                        .address(address)
                        .port(port)
                        .enableTagOverride(false)
                        .meta(meta)
                        .build())
                .build();
    }

    private static ServiceHealth at(String address) {
        return instance(address, 5002, Map.of("modules", "chairs,stools"));
    }

    @Test
    void areNoneBeforeAnythingWasSaid() {
        assertThat(known.of("chairs")).isEmpty();
    }

    @Test
    void areThoseThatConsulNames() {
        known.take(CHAIRS, List.of(at("h2"), at("h1")), JUST_BACK);
        assertThat(known.of("stools")).containsExactly(new Instance("h1", 5002), new Instance("h2", 5002));
    }

    @Test
    void haveTheAddressOfTheirNodeIfTheyHaveNone() {
        known.take(CHAIRS, List.of(at("")), JUST_BACK);
        assertThat(known.of("chairs")).containsExactly(new Instance("10.0.0.1", 5002));
    }

    @Test
    void runOnlyWhatTheySay() {
        known.take(CHAIRS, List.of(instance("h1", 5002, Map.of("modules", "chairs"))), JUST_BACK);
        assertThat(known.of("chairs")).hasSize(1);
        assertThat(known.of("stools")).isEmpty();
    }

    @Test
    void runEverythingOfTheirServiceIfTheySayNothing() {
        known.take(CHAIRS, List.of(instance("h1", 5002, Map.of())), JUST_BACK);
        assertThat(known.of("stools")).hasSize(1);
    }

    @Test
    void cannotBeUsedWithoutAPort() {
        known.take(CHAIRS, List.of(instance("h1", 0, Map.of())), JUST_BACK);
        assertThat(known.of("chairs")).isEmpty();
    }

    @Test
    void areFewerWhenOneIsGone() {
        known.take(CHAIRS, List.of(at("h1"), at("h2")), JUST_BACK);
        known.take(CHAIRS, List.of(at("h2")), JUST_BACK);
        assertThat(known.of("chairs")).containsExactly(new Instance("h2", 5002));
    }

    @Test
    void stayWhenAConsulThatIsJustBackKnowsOfNone() {
        known.take(CHAIRS, List.of(at("h1")), STEADY);
        known.take(CHAIRS, List.of(), JUST_BACK);
        assertThat(known.of("chairs")).hasSize(1);
    }

    @Test
    void areNoneWhenASteadyConsulKnowsOfNone() {
        known.take(CHAIRS, List.of(at("h1")), STEADY);
        known.take(CHAIRS, List.of(), STEADY);
        assertThat(known.of("chairs")).isEmpty();
    }

    @Test
    void areNewOnlyIfTheyChange() {
        assertThat(known.take(CHAIRS, List.of(at("h1"), at("h2")), STEADY)).isTrue();
        assertThat(known.take(CHAIRS, List.of(at("h2"), at("h1")), STEADY)).isFalse();
    }
}
