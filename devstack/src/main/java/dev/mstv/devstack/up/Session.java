package dev.mstv.devstack.up;

import dev.mstv.devstack.Polling;
import dev.mstv.devstack.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of {@code up}, from the first check to the application's end. */
final class Session {

    private static final int DEFAULT_PORT = 3000;
    private static final Duration PORT_LIMIT = Duration.ofSeconds(1);

    private final Layout layout;
    private final Variables variables;
    private final Progress progress;
    private final Closing closing;
    private final StartupCache cache;

    Session(Layout layout, Variables variables, Progress progress, Closing closing) {
        this.layout = layout;
        this.variables = variables;
        this.progress = progress;
        this.closing = closing;
        this.cache = new StartupCache(layout, closing);
    }

    int run(Options options) throws IOException, InterruptedException {
        WorkingCopy workingCopy = new WorkingCopy(layout, closing);
        workingCopy.claim();
        workingCopy.endLeftover();
        int port = freePort();
        Starting starting = new Starting(closing);
        DevelopmentDatabase database = new DevelopmentDatabase(layout, variables, starting);
        FullStack fullStack = new FullStack(layout, variables, starting);
        fullStack.endLeftovers();
        if (options.fresh()) {
            database.drop();
            fullStack.drop();
        }
        // Only the first cache is waited for; later ones are made while the application already serves.
        boolean first = !cache.exists();
        if (first) {
            progress.show("training the start-up cache", this::train);
        }
        Optional<String> url = database.isOurs()
                ? Optional.of(progress.show("starting PostgreSQL", database::start))
                : Optional.empty();
        List<Provision> provisions = options.full() ? fullStack.start(progress) : List.of();
        Application application = start(port, url, provisions);
        workingCopy.remember(application);
        application.awaitReady();
        progress.say(new Welcome(port, url, provisions, variables.or(layout.secrets())).toString());
        if (!first && !cache.isFresh()) {
            Thread.ofPlatform().daemon().start(this::train);
        }
        return application.awaitEnd();
    }

    private int freePort() {
        int port = variables.number("PORT", DEFAULT_PORT);
        // A process that has ended keeps its port for a moment longer.
        if (!Polling.until(PORT_LIMIT, () -> !Ports.isTaken(port))) {
            throw new Refusal(Refusal.TRY_LATER, "Port " + port + " is in use: set PORT to another one");
        }
        return port;
    }

    private Application start(int port, Optional<String> url, List<Provision> provisions) throws IOException {
        progress.say("starting the application");
        ProcessBuilder command = new ProcessBuilder(JavaCommand.running(layout, cache.isFresh()))
                .directory(layout.root().toFile())
                .inheritIO();
        command.environment().put("PORT", Integer.toString(port));
        url.ifPresent(address -> command.environment().put("DATABASE_URL", address));
        provisions.forEach(provision -> command.environment().putAll(provision.variables()));
        return closing.start(() -> Application.start(command, port), Application::stop);
    }

    private boolean train() {
        try {
            cache.train();
            return true;
        } catch (IOException | IllegalStateException | Refusal e) {
            if (!closing.hasBegun()) {
                progress.say("No start-up cache, so starts are slower: %s (see %s)"
                        .formatted(e.getMessage(), layout.trainingLog()));
            }
            return false;
        }
    }
}
