package dev.mstv.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a server that is away, or busy with choosing another, from a command that is wrong. */
final class MongoOutage {

    private static final Logger LOG = LoggerFactory.getLogger(MongoOutage.class);

    private MongoOutage() {}

    /** What to throw instead of {@code e}: a refusal if the server is away, else {@code e} itself. */
    static RuntimeException translated(MongoException e) {
        return switch (e) {
            case MongoSocketException _,
                    MongoTimeoutException _,
                    MongoServerUnavailableException _,
                    MongoConnectionPoolClearedException _,
                    MongoNotPrimaryException _,
                    MongoNodeIsRecoveringException _,
                    MongoExecutionTimeoutException _,
                    MongoWriteConcernException _ -> caused(e);
            // Every write was done, and too few members of the replica set say so in time.
            case MongoBulkWriteException bulk when bulk.getWriteErrors().isEmpty() -> caused(e);
            default -> e;
        };
    }

    static Refusal refusal() {
        return Problem.of(
                        ProblemKind.UNAVAILABLE, "database_unavailable", "The read model cannot be reached right now.")
                .retryAfter(Duration.ofSeconds(2))
                .refusal();
    }

    private static Refusal caused(MongoException e) {
        // A refusal is no bug and carries none; whoever looks for the cause finds it here.
        LOG.debug("MongoDB has not answered", e);
        return refusal();
    }
}
