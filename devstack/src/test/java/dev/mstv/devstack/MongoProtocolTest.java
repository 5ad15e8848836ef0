package dev.mstv.devstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoProtocolTest {

    private final MongoProtocol mongo = MongoProtocol.temporary();

    @BeforeEach
    void keepSomething() {
        try (MongoClient client = client()) {
            things(client).insertOne(new Document("_id", "kept"));
        }
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    private MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(mongo.url("test")))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.readTimeout(1, TimeUnit.SECONDS))
                .retryReads(false)
                .build());
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test").getCollection("things");
    }

    private long count() {
        try (MongoClient client = client()) {
            return things(client).countDocuments();
        }
    }

    @Test
    void answersAtItsAddress() {
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesConnectionsWhileItIsStopped() {
        mongo.stop();
        assertThatThrownBy(this::count).isInstanceOf(MongoTimeoutException.class);
    }

    @Test
    void keepsItsDataOverARestart() {
        mongo.stop();
        mongo.restart();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void forgetsItsDataWhenToldTo() {
        mongo.forget();
        assertThat(count()).isZero();
    }

    @Test
    void answersNobodyWhileItIsSuspended() {
        try (MongoClient client = client()) {
            assertThat(things(client).countDocuments()).isEqualTo(1);
            mongo.suspend();
            assertThatThrownBy(() -> things(client).countDocuments())
                    .isInstanceOf(MongoSocketReadTimeoutException.class);
        }
    }

    @Test
    void answersAgainWhenItIsResumed() {
        mongo.suspend();
        mongo.resume();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesAPortThatSomebodyElseUses() {
        assertThatThrownBy(() -> MongoProtocol.start(mongo.port())).hasMessage("Port " + mongo.port() + " is in use");
    }

    @Test
    void isGoneAfterClose() {
        mongo.close();
        assertThat(Ports.isTaken(mongo.port())).isFalse();
    }
}
