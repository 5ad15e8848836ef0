package dev.mstv.devstack.up;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param fresh whether the data of every development server are dropped first
 * @param full whether the servers beside PostgreSQL are started too
 */
record Options(boolean fresh, boolean full) {

    static Options of(List<String> arguments) {
        if (!List.of("--fresh", "--full").containsAll(arguments)) {
            throw new Refusal(
                    Refusal.USAGE, "up takes --full, --fresh and nothing else, was " + String.join(" ", arguments));
        }
        return new Options(arguments.contains("--fresh"), arguments.contains("--full"));
    }
}
