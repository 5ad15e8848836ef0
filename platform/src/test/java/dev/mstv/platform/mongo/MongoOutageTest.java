package dev.mstv.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import dev.mstv.platform.problem.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongoOutageTest {

    private static final ServerAddress SERVER = new ServerAddress("localhost", 1);
    private static final WriteConcernError TOO_FEW =
            new WriteConcernError(64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument());
    private static final BulkWriteError DUPLICATE = new BulkWriteError(11000, "E11000", new BsonDocument(), 0);

    private static MongoBulkWriteException bulk(List<BulkWriteError> errors) {
        return new MongoBulkWriteException(BulkWriteResult.unacknowledged(), errors, TOO_FEW, SERVER, Set.of());
    }

    static Stream<MongoException> away() {
        return Stream.of(
                new MongoSocketException("broken", SERVER),
                new MongoSocketReadTimeoutException("late", SERVER, new IOException("late")),
                new MongoTimeoutException("nobody is there"),
                new MongoNotPrimaryException(new BsonDocument(), SERVER),
                new MongoExecutionTimeoutException(50, "too long"),
                bulk(List.of()));
    }

    static Stream<MongoException> wrong() {
        return Stream.of(
                new MongoCommandException(new BsonDocument(), SERVER),
                new MongoSecurityException(
                        MongoCredential.createCredential("ada", "models", new char[0]), "not the password"),
                bulk(List.of(DUPLICATE)));
    }

    @ParameterizedTest
    @MethodSource("away")
    void aServerThatIsAwayIsRefused(MongoException failure) {
        assertThat(MongoOutage.translated(failure)).isInstanceOf(Refusal.class).hasMessage("database_unavailable");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongStaysSo(MongoException failure) {
        assertThat(MongoOutage.translated(failure)).isSameAs(failure);
    }
}
