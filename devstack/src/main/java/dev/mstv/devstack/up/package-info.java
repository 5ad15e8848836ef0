/** What {@code ./mstv up} runs: servers and the application, started in order and stopped in order. */
@NullMarked
package dev.mstv.devstack.up;

import org.jspecify.annotations.NullMarked;
