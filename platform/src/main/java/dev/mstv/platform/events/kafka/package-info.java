/** Events through Kafka, as CloudEvents: between processes, in order for each aggregate. */
package dev.mstv.platform.events.kafka;
