package dev.mstv.bench;

/** The page that {@code ./mstv bench} writes. */
final class Report {

    private Report() {}

    static String page(Comparison loads, BusFigures bus) {
        return """
                # Performance

                Written by `./mstv bench`; run it to have your own. Compare the ratios: the absolute figures are those of
                one machine, which also ran the load (%d processors, JDK %s).

                ## Requests

                %d connections in a closed loop; medians of %d rounds of %d s in turns, after a warm-up. *Bare* is the same
                framework with nothing of ours: a controller on virtual threads that writes the same user, from memory or
                by one SELECT through the same pool and driver. MSTV has everything on: request ids, limits, the token and
                whether its session still lives, abilities, validation, metrics, headers. Each of its requests reads the
                session, the caller and the user from the database; reads that come at the same time share a statement.

                %s
                ## The bus

                A query with nothing behind it through all stages, in one thread (JMH, average time).

                %s""".formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        Load.CONNECTIONS,
                        loads.rounds(),
                        loads.time().toSeconds(),
                        loads.table(),
                        bus.table());
    }
}
