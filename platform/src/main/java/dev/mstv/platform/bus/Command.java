package dev.mstv.platform.bus;

/** Changes something. {@code R} is a sealed outcome or a value; expected refusals are among it, not thrown. */
public non-sealed interface Command<R> extends Message<R> {}
