package dev.mstv.devstack.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts PostgreSQL and the application of the working copy that is the current directory, and stops both again. */
final class Up {

    private Up() {}

    /** Takes {@code --fresh}, which drops the data first; ends with the application's exit code. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::run));
        try {
            System.exit(run(List.of(arguments), closing));
        } catch (Refusal e) {
            if (!closing.hasBegun()) {
                System.err.println(e.getMessage());
            }
            System.exit(e.exitCode());
        }
    }

    private static int run(List<String> arguments, Closing closing) throws IOException, InterruptedException {
        if (!List.of("--fresh").containsAll(arguments)) {
            throw new Refusal(Refusal.USAGE, "up takes --fresh and nothing else, was " + String.join(" ", arguments));
        }
        Layout layout = new Layout(Path.of("").toAbsolutePath());
        Variables variables = Variables.of(System.getenv()).or(layout.dotEnv());
        Progress progress = new Progress(System.out, Boolean.getBoolean("mstv.terminal"));
        return new Session(layout, variables, progress, closing).run(arguments.contains("--fresh"));
    }
}
