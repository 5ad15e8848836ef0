package dev.mstv.platform.events.kafka;

import dev.mstv.platform.push.PushJson;
import dev.mstv.platform.push.PushLog;
import dev.mstv.platform.push.PushesGoneException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the topic of pushes; positions are the offsets of the next entry. */
final class KafkaPushReader implements PushLog.Reader {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final KafkaConsumer<String, byte[]> consumer;
    private final long goal;
    private long next;

    /** Takes the consumer over. */
    KafkaPushReader(KafkaConsumer<String, byte[]> consumer, String topic, @Nullable String position)
            throws PushesGoneException {
        this.consumer = consumer;
        boolean complete = false;
        try {
            TopicPartition partition = new TopicPartition(topic, 0);
            List<TopicPartition> all = List.of(partition);
            consumer.assign(all);
            this.goal =
                    Objects.requireNonNull(consumer.endOffsets(all, PATIENCE).get(partition));
            this.next = position == null ? goal : number(position);
            long begin = Objects.requireNonNull(
                    consumer.beginningOffsets(all, PATIENCE).get(partition));
            if (next < begin || next > goal) {
                throw new PushesGoneException();
            }
            consumer.seek(partition, next);
            complete = true;
        } finally {
            if (!complete) {
                consumer.close();
            }
        }
    }

    private static long number(String position) throws PushesGoneException {
        if (!POSITION.matcher(position).matches()) {
            throw new PushesGoneException();
        }
        return Long.parseLong(position);
    }

    @Override
    public String position() {
        return Long.toString(next);
    }

    @Override
    public List<PushLog.Entry> next(Duration patience) throws PushesGoneException {
        try {
            List<PushLog.Entry> entries = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
                next = record.offset() + 1;
                PushJson.read(record.value()).ifPresent(push -> entries.add(new PushLog.Entry(position(), push)));
            }
            return entries;
        } catch (OffsetOutOfRangeException e) {
            throw new PushesGoneException();
        } catch (KafkaException e) {
            throw KafkaPushLog.away();
        }
    }

    @Override
    public boolean caughtUp() {
        return next >= goal;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
