package dev.mstv.platform.mqtt;

import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.problem.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes messages, each at least once: what returns is with the broker for good. A broker that is away is found out at
 * once, one that hangs within five seconds, and then it is left alone for as long. Thread-safe; blocks.
 */
@Singleton
public final class MqttPublisher {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int IN_FLIGHT = 1024;
    private static final Duration RETRY_LATER = Duration.ofSeconds(2);

    private final MqttConnection connection;
    private final MqttFigures figures;
    private final Semaphore places = new Semaphore(IN_FLIGHT);
    private volatile long leftAloneUntil = System.nanoTime();

    MqttPublisher(MqttConnection connection, MqttFigures figures) {
        this.connection = connection;
        this.figures = figures;
    }

    /** As {@link #publish(List)}, one. */
    public void publish(String topic, String payload, Map<String, String> properties) {
        publish(List.of(MqttMessage.of(topic, payload, properties)));
    }

    /**
     * Publishes messages in their order, all of them at once. If it throws, some of them may be published all the same.
     *
     * @param messages 1024 at most
     * @throws Refusal {@code service_unavailable} if the broker is away, hangs, or takes no more now
     * @throws MqttRefusedException if it does not take one of them, and would not take it later
     */
    public void publish(List<MqttMessage> messages) {
        try {
            publishWithin(messages, System.nanoTime() + LIMIT.toNanos());
            figures.published(messages.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(messages, away());
        } catch (TimeoutException e) {
            leftAloneUntil = System.nanoTime() + LIMIT.toNanos();
            throw failed(messages, away());
        } catch (ExecutionException e) {
            throw failed(messages, reason(messages, e));
        } catch (Refusal e) {
            throw failed(messages, e);
        }
    }

    private void publishWithin(List<MqttMessage> messages, long deadline)
            throws InterruptedException, TimeoutException, ExecutionException {
        if (!connection.connected() || leftAloneUntil - System.nanoTime() > 0) {
            throw away();
        }
        // A message keeps its place until the broker has it, however long after we gave up: so many are in memory, no
        // more.
        if (!places.tryAcquire(messages.size(), LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        CompletableFuture<?>[] sent = messages.stream().map(this::send).toArray(CompletableFuture<?>[]::new);
        var unused = CompletableFuture.allOf(sent).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private CompletableFuture<?> send(MqttMessage message) {
        return begun(message).whenComplete((done, failure) -> {
            places.release();
            if (failure == null) {
                leftAloneUntil = System.nanoTime();
            }
        });
    }

    private CompletableFuture<?> begun(MqttMessage message) {
        try {
            return connection.send(message);
        } catch (IllegalArgumentException e) {
            // It is no message by the protocol.
            return CompletableFuture.failedFuture(e);
        }
    }

    private RuntimeException failed(List<MqttMessage> messages, RuntimeException why) {
        figures.unpublished(messages.size());
        return why;
    }

    private static RuntimeException reason(List<MqttMessage> messages, ExecutionException failure) {
        Throwable cause =
                failure.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : failure.getCause();
        String topic = messages.getFirst().topic();
        if (cause instanceof Mqtt5PubAckException refused) {
            Mqtt5PubAckReasonCode code = refused.getMqttMessage().getReasonCode();
            return code == Mqtt5PubAckReasonCode.QUOTA_EXCEEDED ? away() : new MqttRefusedException(topic, code.name());
        }
        // Too large for the broker, for instance. Whatever else fails, fails by the connection.
        return cause instanceof MqttEncodeException || cause instanceof IllegalArgumentException
                ? new MqttRefusedException(topic, String.valueOf(cause.getMessage()))
                : away();
    }

    private static Refusal away() {
        return Problem.of(
                        ProblemKind.UNAVAILABLE, "service_unavailable", "The MQTT broker cannot be reached right now.")
                .retryAfter(RETRY_LATER)
                .refusal();
    }
}
