package dev.mstv.platform.mongo;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.event.ClusterListener;
import org.bson.UuidRepresentation;

/** How the driver is set, whatever an address says about the same. */
final class MongoLimits {

    private static final int CONNECTIONS = 16;

    private MongoLimits() {}

    static MongoClientSettings settings(ConnectionString address, ClusterListener listener) {
        return MongoClientSettings.builder()
                .applyConnectionString(address)
                .applicationName("mstv")
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(2, SECONDS).addClusterListener(listener))
                .applyToServerSettings(server -> server.heartbeatFrequency(1, SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, SECONDS).readTimeout(3, SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(CONNECTIONS).minSize(0).maxWaitTime(2, SECONDS))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                // What is applied next is computed from what was read, and what was confirmed is never applied again.
                .readPreference(ReadPreference.primary())
                .readConcern(ReadConcern.LOCAL)
                .writeConcern(WriteConcern.MAJORITY.withWTimeout(3, SECONDS))
                .build();
    }
}
