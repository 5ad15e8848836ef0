package dev.mstv.devstack.up;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts servers and the application of the working copy that is the current directory, and stops them again. */
final class Up {

    private Up() {}

    /** Takes {@link Options}; ends with the application's exit code. */
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
        Options options = Options.of(arguments);
        Layout layout = new Layout(Path.of("").toAbsolutePath());
        Variables variables = Variables.of(System.getenv()).or(layout.dotEnv());
        Progress progress = new Progress(System.out, Boolean.getBoolean("mstv.terminal"));
        return new Session(layout, variables, progress, closing).run(options);
    }
}
