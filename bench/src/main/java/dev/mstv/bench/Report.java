package dev.mstv.bench;

import dev.mstv.bench.events.EventFigures;

/** The page that {@code ./mstv bench} writes. */
final class Report {

    private Report() {}

    static String page(
            Comparison loads,
            HopFigures hops,
            EdgeFigures edges,
            BusFigures bus,
            ResilienceFigures resilience,
            EventFigures events,
            RebuildFigures rebuild) {
        return """
                # Performance

                Written by `./mstv bench`; run it to have your own. Compare the ratios: the absolute figures are those of
                one machine, which also ran the load (%d processors, JDK %s).

                ## Requests

                %d connections in a closed loop; medians of %d rounds of %d s in turns, each warmed up until
                it gets no faster. *Bare* is the same
                framework with nothing of ours: a controller on virtual threads that writes the same user, from memory or
                by one SELECT through the same pool and driver. MSTV has everything on: request ids, limits, the token and
                whether its session still lives, abilities, validation, metrics, headers. Each of its requests reads the
                session, the caller and the user from the database; reads that come at the same time share a statement.
                With Redis they are in a cache that every process hears of changes from.

                %s
                ## A hop

                The same request where its module runs, and where it does not: the gateway reads the token, asks whether its
                session still lives and who the caller is, and sends the query on. All processes, the database and the load
                share the machine.

                %s
                ## Edges

                Each beside a bare server of the same library in a process with the same flags, driven by the same client on
                the same machine. Over a WebSocket: memory of the server after a full collection, for each connection that has
                signed in and is idle, with a heap of up to 512 MiB; then the time from when one client sends a message to a
                room in which all are until the last has it (median of %d). The bare server is Netty's own handler and a group
                of channels that sends the same bytes to all. Over gRPC: %d calls at once on one connection in a closed loop,
                beside bare servers on virtual threads that answer the same message from memory, or by one SELECT through the
                same pool and driver, and the same by REST on as many connections. Then %d streams of administrators, while %d
                users rename themselves one name after the other: a bare server has each rename in memory only; in MSTV it is a
                command, an event that several subscribers take, and a lookup of the user for whoever watches, and what bounds it is
                the former: a sixth of the processor's time goes to the streams.
                By MQTT: %d requests at once, answered through the same broker by a bare client from memory, and by MSTV as a
                query and as a command that stores an event.

                %s
                ## The bus

                A query with nothing behind it through all stages, in one thread (JMH, average time).

                %s
                ## In and out

                What it costs to be let in among those who are served at once, and to call something through its limit,
                circuit, bulkhead and metrics, besides what is called (JMH, average time).

                %s
                ## Events

                From the commit of an event to the commit of a projection that shows it, with the relay, the inbox and the
                transport between. 16 writers commit one event each time, as fast as they can; then at half of that rate for
                the times. The limits beside it have nothing of ours: rows of the same payload by plain JDBC, one for each
                event; all rows that an event costs (itself, that it was sent, that it was taken, what is shown), written by
                plain JDBC into the same tables; and a plain idempotent producer. All on one machine, with the load; the
                database does not wait for the disk.

                %s
                ## A read model made anew

                The list of users from as many events in the store, while %d connections read it in a closed loop.

                %s""".formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        Load.CONNECTIONS,
                        loads.rounds(),
                        loads.time().toSeconds(),
                        loads.table(),
                        hops.table(),
                        edges.sockets().rounds(),
                        GrpcLoad.CALLS,
                        WatchLoad.STREAMS,
                        WatchLoad.RENAMING,
                        MqttLoad.AT_ONCE,
                        edges.table(),
                        bus.table(),
                        resilience.table(),
                        events.table(),
                        Load.CONNECTIONS,
                        rebuild.table());
    }
}
