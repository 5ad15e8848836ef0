package dev.mstv.platform.bus;

/** Answers one type of query. */
public non-sealed interface QueryHandler<Q extends Query<R>, R> extends Handler<Q, R> {}
