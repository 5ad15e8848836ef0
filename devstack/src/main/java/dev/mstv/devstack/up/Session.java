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
        Plan plan = Plan.of(options, variables.number("PORT", DEFAULT_PORT));
        plan.parts().forEach(Session::awaitFree);
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
        List<Provision> provisions = provisions(options, plan, fullStack);
        List<String> words = JavaCommand.running(layout, cache.isFresh(), plan.isSplit());
        Screen screen = new Screen(System.out, progress.isTerminal());
        Fleet fleet = closing.start(
                () -> new Fleet(plan, part -> command(words, plan, part, url, provisions), workingCopy, screen),
                Fleet::close);
        progress.say("starting the application");
        fleet.start();
        progress.say(new Welcome(plan, url, provisions, variables.or(layout.secrets())).toString());
        ProcessTable table = new ProcessTable(fleet.members(), provisions);
        closing.start(() -> Control.open(Layout.CONTROL, new Requests(fleet, table)::answer), Control::close);
        if (plan.isSplit()) {
            screen.keep(table::rows);
        }
        if (!first && !cache.isFresh()) {
            Thread.ofPlatform().daemon().start(this::train);
        }
        return fleet.awaitEnd();
    }

    private static void awaitFree(Part part) {
        // A process that has ended keeps its port for a moment longer.
        if (!Polling.until(PORT_LIMIT, () -> !Ports.isTaken(part.port()))) {
            throw new Refusal(Refusal.TRY_LATER, "Port " + part.port() + " is in use: set PORT to another one");
        }
    }

    private List<Provision> provisions(Options options, Plan plan, FullStack fullStack) {
        if (options.full()) {
            return fullStack.start(progress);
        }
        return plan.isSplit() ? fullStack.startCarrier(progress) : List.of();
    }

    private ProcessBuilder command(
            List<String> words, Plan plan, Part part, Optional<String> url, List<Provision> provisions) {
        ProcessBuilder command =
                new ProcessBuilder(words).directory(layout.root().toFile());
        if (plan.isSplit()) {
            command.redirectErrorStream(true);
        } else {
            command.inheritIO();
        }
        command.environment().putAll(part.variables());
        url.ifPresent(address -> command.environment().put("DATABASE_URL", address));
        provisions.forEach(provision -> command.environment().putAll(provision.variables()));
        return command;
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
