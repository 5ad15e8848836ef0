package dev.mstv.platform.bus;

/** What can be asked of a module: a record annotated with {@link UseCase}. {@code R} is its outcome. */
public sealed interface Message<R> permits Command, Query {}
