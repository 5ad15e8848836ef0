/** Runs inside the broker's JVM, the only one that has Kafka's server classes. */
@NullMarked
package dev.mstv.devstack.kafka;

import org.jspecify.annotations.NullMarked;
