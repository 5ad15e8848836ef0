package dev.mstv.bench;

import java.time.Duration;

/** Something that can be loaded for a while. */
interface Target {

    LoadResult run(Duration time);
}
