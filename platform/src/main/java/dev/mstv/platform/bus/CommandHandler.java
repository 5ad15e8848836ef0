package dev.mstv.platform.bus;

/** Carries out one type of command, in a transaction that begins with its first access to the database. */
public non-sealed interface CommandHandler<C extends Command<R>, R> extends Handler<C, R> {}
