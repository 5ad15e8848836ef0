package dev.mstv.platform.events.kafka;

import dev.mstv.platform.events.Deliveries;
import dev.mstv.platform.events.Envelope;
import dev.mstv.platform.events.EventTypes;
import dev.mstv.platform.events.UnreadableEventException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Tells events from whatever else may stand in a topic. What is none becomes a dead letter, and holds up nothing. */
final class RecordReader {

    private static final int MAX_BYTES = 1_048_576;
    private static final int SHOWN = 8_192;

    private final String module;
    private final Deliveries deliveries;
    private final EventTypes types;
    private final Counter skipped;

    RecordReader(String module, Deliveries deliveries, EventTypes types, MeterRegistry meters) {
        this.module = module;
        this.deliveries = deliveries;
        this.types = types;
        this.skipped = Counter.builder("mstv.events.skipped")
                .description("Events of a type that neither this release nor a subscriber of the module knows")
                .tag("module", module)
                .register(meters);
    }

    List<Envelope> envelopes(ConsumerRecords<String, byte[]> records) {
        List<Envelope> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                Envelope event = envelope(record);
                events.add(event);
                if (!deliveries.reads(module, event.type())
                        && types.newest(event.type()).isEmpty()) {
                    skipped.increment();
                }
            } catch (UnreadableEventException e) {
                deliveries.bury(module, remains(record), place(record) + " is no event: " + e.getMessage());
            }
        }
        return events;
    }

    private static Envelope envelope(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null || record.value().length > MAX_BYTES) {
            throw new UnreadableEventException("empty, or larger than " + MAX_BYTES + " bytes");
        }
        Envelope event = CloudEvents.read(record.value());
        if (!event.stream().toString().equals(record.key())) {
            throw new UnreadableEventException("its key is not the aggregate's id");
        }
        return event;
    }

    /** The beginning of what was there, under an id that is the same each time it is read. */
    private static Envelope remains(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        String beginning = new String(value, 0, Math.min(value.length, SHOWN), StandardCharsets.UTF_8);
        UUID id = UUID.nameUUIDFromBytes(place(record).getBytes(StandardCharsets.UTF_8));
        Instant time = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        return new Envelope(
                id,
                "unreadable",
                1,
                record.topic(),
                id,
                1,
                record.offset(),
                time,
                "unknown",
                "",
                null,
                null,
                null,
                beginning);
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return record.topic() + '-' + record.partition() + '@' + record.offset();
    }
}
