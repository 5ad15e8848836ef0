package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundSettingsTest {

    @Test
    void servesMoreWhereMoreConnectionsAre() {
        assertThat(Configured.with("DATABASE_POOL_SIZE", "32")
                        .settings()
                        .inbound()
                        .limit())
                .isEqualTo(2048);
    }

    @Test
    void servesAsManyAsItIsTold() {
        assertThat(Configured.with("INBOUND_LIMIT", "7").settings().inbound().limit())
                .isEqualTo(7);
    }
}
