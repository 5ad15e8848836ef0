package dev.mstv.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mstv.platform.config.ReadModelSettings.Store;
import org.junit.jupiter.api.Test;

class ReadModelSettingsTest {

    private static final String URL = "mongodb://ada:hunter2@one:27017,two:27018/models?replicaSet=rs";

    private static final ReadModelSettings IN_MONGODB = Configured.with("READ_MODEL", "mongodb")
            .and("MONGODB_URL", URL)
            .settings()
            .readModels();

    @Test
    void areInTheDatabaseOfTheirModuleUnlessSomebodySaysOtherwise() {
        assertThat(new Configured().settings().readModels().store()).isEqualTo(Store.SQL);
    }

    @Test
    void areInMongoDbIfItSaysSo() {
        assertThat(IN_MONGODB.store()).isEqualTo(Store.MONGODB);
    }

    @Test
    void theAddressNamesServersAndDatabase() {
        assertThat(IN_MONGODB.mongodb()).hasValueSatisfying(address -> {
            assertThat(address.getHosts()).containsExactly("one:27017", "two:27018");
            assertThat(address.getDatabase()).isEqualTo("models");
        });
    }

    @Test
    void anAddressAloneMovesNothing() {
        assertThat(Configured.with("MONGODB_URL", URL).settings().readModels().mongodb())
                .isEmpty();
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(IN_MONGODB.toString()).doesNotContain("hunter2");
    }
}
