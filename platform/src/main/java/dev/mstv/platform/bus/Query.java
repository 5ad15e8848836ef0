package dev.mstv.platform.bus;

/** Changes nothing; {@code R} is a view. */
public non-sealed interface Query<R> extends Message<R> {}
