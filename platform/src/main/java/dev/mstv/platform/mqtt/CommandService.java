package dev.mstv.platform.mqtt;

import dev.mstv.platform.bus.CallContext;
import dev.mstv.platform.bus.UseCases;
import dev.mstv.platform.edge.Entrance;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a command carried out or a query answered, and says what became of it. Thread-safe; blocks. */
@Singleton
final class CommandService {

    private static final Logger LOG = LoggerFactory.getLogger(CommandService.class);

    private static final Duration LONGEST_CLAIM = CallContext.DEFAULT_PATIENCE.plusSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CommandCalls calls;
    private final Entrance entrance;
    private final UseCases useCases;
    private final MqttFigures figures;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    CommandService(CommandCalls calls, Entrance entrance, UseCases useCases, MqttFigures figures, Clock clock) {
        this.calls = calls;
        this.entrance = entrance;
        this.useCases = useCases;
        this.figures = figures;
        this.clock = clock;
    }

    /** The answer; empty if none is wanted, or may be given. Throws nothing, whatever the command is. */
    Optional<MqttMessage> serve(IncomingCommand command) {
        Optional<String> topic = command.responseTopic();
        if (topic.isPresent() && !ResponseTopics.allows(topic.get())) {
            LOG.warn("A command wants its answer where none may go, and is not carried out");
            figures.ignored();
            return Optional.empty();
        }
        CallContext call = calls.of(command);
        String answer = answer(command, call);
        return topic.map(to -> new MqttMessage(to, answer, Answers.properties(call), command.correlation()));
    }

    private String answer(IncomingCommand command, CallContext call) {
        Optional<Problem> problem = calls.fault(command);
        if (problem.isPresent()) {
            return refused(problem.get(), call);
        }
        try {
            byte[] outcome = outcome(command, call);
            figures.fulfilled();
            LOG.debug("A command by MQTT is done [{}]", call.requestId());
            return Answers.success(outcome, clock.instant());
        } catch (Refusal refusal) {
            return refused(refusal.problem(), call);
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            // A bug of this use case, which must not end what serves all of them.
            LOG.error("A command by MQTT failed [{}]", call.requestId(), e);
            return refused(
                    Problem.of(ProblemKind.INTERNAL, "internal_error", "Something went wrong on our side."), call);
        }
    }

    /**
     * What another process had begun when it was killed is begun anew only once its claim on the key has run out: nobody
     * would if this process did not wait for that.
     */
    private byte[] outcome(IncomingCommand command, CallContext call) {
        long end = System.nanoTime() + LONGEST_CLAIM.toNanos();
        while (true) {
            try {
                long until = System.nanoTime() + CallContext.DEFAULT_PATIENCE.toNanos();
                return entrance.serve(call.until(until, CallContext.STAYS), () -> run(command));
            } catch (Refusal refusal) {
                if (!refusal.problem().code().equals("idempotency_in_progress")
                        || System.nanoTime() > end
                        || !paused()) {
                    throw refusal;
                }
            }
        }
    }

    private boolean paused() {
        try {
            return !ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nothing is waited for any more. */
    @PreDestroy
    void end() {
        ended.countDown();
    }

    private String refused(Problem problem, CallContext call) {
        figures.refused();
        LOG.info("A command by MQTT is refused: {} [{}]", problem.code(), call.requestId());
        return Answers.failure(problem, clock.instant());
    }

    /** No command and query share a name. */
    private byte[] run(IncomingCommand command) {
        return useCases.isQuery(command.name())
                ? useCases.query(command.name(), command.payload())
                : useCases.command(command.name(), command.payload());
    }
}
