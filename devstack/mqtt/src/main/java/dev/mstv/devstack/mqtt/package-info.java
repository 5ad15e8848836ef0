/** Runs inside the broker's JVM, the only one that has its classes. */
@NullMarked
package dev.mstv.devstack.mqtt;

import org.jspecify.annotations.NullMarked;
