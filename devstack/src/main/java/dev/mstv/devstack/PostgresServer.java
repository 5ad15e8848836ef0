package dev.mstv.devstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes that serve one directory of data; every method is safe whether they run or not. */
final class PostgresServer {

    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final int STOP_SECONDS = 20;

    private final ServerAccount account = ServerAccount.atHand();
    private final PostgresData data;
    private final int port;
    private final Durability durability;

    PostgresServer(Path directory, int port, Durability durability) {
        this.data = new PostgresData(directory, account);
        this.port = port;
        this.durability = durability;
    }

    int port() {
        return port;
    }

    String password() {
        return data.password();
    }

    synchronized void start() {
        if (Ports.isTaken(port)) {
            throw new PortInUse(port);
        }
        data.prepare(settings());
        data.postmaster().forget();
        try {
            control("start", "--log=" + data.log());
        } catch (IllegalStateException e) {
            throw new IllegalStateException("PostgreSQL does not start: " + data.said(), e);
        }
    }

    synchronized void stop() {
        if (data.postmaster().process().isEmpty()) {
            return;
        }
        signal("CONT");
        try {
            control("stop", "--mode=fast", "--timeout=" + STOP_SECONDS);
        } catch (IllegalStateException e) {
            kill();
        }
    }

    synchronized void kill() {
        // Halted first, so that it cannot fork another backend while we count them.
        data.postmaster().process().ifPresent(postmaster -> Processes.signal("STOP", List.of(postmaster)));
        List<ProcessHandle> processes = data.postmaster().processes();
        processes.forEach(ProcessHandle::destroyForcibly);
        if (!Processes.haveEnded(processes, END_LIMIT)) {
            throw new IllegalStateException("PostgreSQL survived a kill: " + processes);
        }
        data.postmaster().forget();
    }

    synchronized void signal(String name) {
        Processes.signal(name, data.postmaster().processes());
    }

    private List<String> settings() {
        return Stream.concat(
                        Stream.of(
                                "listen_addresses = '127.0.0.1'",
                                "port = " + port,
                                "unix_socket_directories = ''",
                                "max_connections = 400"),
                        durability.settings().stream())
                .toList();
    }

    private void control(String action, String... options) {
        List<String> arguments = new ArrayList<>(List.of(action, "--wait", "--pgdata=" + data.path()));
        arguments.addAll(List.of(options));
        Command.run(account.command(PostgresPrograms.program("pg_ctl"), arguments.toArray(String[]::new)));
    }
}
