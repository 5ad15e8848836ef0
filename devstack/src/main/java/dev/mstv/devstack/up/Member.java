package dev.mstv.devstack.up;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process of the application, which runs, was stopped, or has ended by itself. */
final class Member {

    private final Part part;
    private final ProcessBuilder command;
    private final Consumer<Member> ended;
    private @Nullable Application application;
    private boolean stopped;
    private boolean closed;

    /** What it is started by, and what is to be done whenever it has ended unasked. */
    Member(Part part, ProcessBuilder command, Consumer<Member> ended) {
        this.part = part;
        this.command = command;
        this.ended = ended;
    }

    Part part() {
        return part;
    }

    /** Starts it, unless it runs or everything ends. */
    synchronized Application start() {
        if (closed || running().isPresent()) {
            throw new Refusal(Refusal.TRY_LATER, part.name() + (closed ? " is not started any more" : " runs already"));
        }
        Application started = Application.start(command, part.port());
        application = started;
        stopped = false;
        started.whenEnded(() -> {
            if (ending().isPresent()) {
                ended.accept(this);
            }
        });
        return started;
    }

    /** Asks it to finish what it is doing and waits for its end; whether it ran. */
    boolean stop() {
        Optional<Application> running = asked();
        running.ifPresent(Application::stop);
        return running.isPresent();
    }

    /** The same, and it does not start any more. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        stop();
    }

    synchronized Optional<Application> running() {
        return started().filter(one -> one.exitCode().isEmpty());
    }

    /** The exit code with which it has ended unasked. */
    synchronized Optional<Integer> ending() {
        return stopped ? Optional.empty() : started().flatMap(Application::exitCode);
    }

    /** How it is, in a word or two. */
    String state() {
        return running()
                .map(Application::health)
                .or(() -> ending().map(code -> "ended with " + code))
                .orElse("stopped");
    }

    private synchronized Optional<Application> asked() {
        Optional<Application> running = running();
        stopped |= running.isPresent();
        return running;
    }

    private Optional<Application> started() {
        return Optional.ofNullable(application);
    }
}
