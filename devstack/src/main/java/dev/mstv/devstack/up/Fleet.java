package dev.mstv.devstack.up;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The processes of the application, each of which can be stopped and started alone. */
final class Fleet {

    private final WorkingCopy workingCopy;
    private final Screen screen;
    private final List<Member> members;

    Fleet(Plan plan, Function<Part, ProcessBuilder> command, WorkingCopy workingCopy, Screen screen) {
        this.workingCopy = workingCopy;
        this.screen = screen;
        this.members = plan.parts().stream()
                .map(part -> new Member(part, command.apply(part), this::oneHasEnded))
                .toList();
    }

    List<Member> members() {
        return members;
    }

    /** Starts all of them, and waits until each is ready. */
    void start() {
        members.stream().map(this::started).toList().forEach(Application::awaitReady);
    }

    /** Starts one, by its name or that of a module in it, and says what became of it. */
    String start(String name) {
        Member member = member(name);
        started(member).awaitReady();
        return member.part().name() + " is ready";
    }

    /** Stops one likewise. */
    String stop(String name) {
        Member member = member(name);
        return member.part().name() + (member.stop() ? " is stopped" : " does not run");
    }

    /** Waits until all have ended unasked; the exit code is the first that tells of a failure. */
    synchronized int awaitEnd() throws InterruptedException {
        while (!members.stream().allMatch(member -> member.ending().isPresent())) {
            wait();
        }
        return members.stream()
                .flatMap(member -> member.ending().stream())
                .filter(code -> code != 0)
                .findFirst()
                .orElse(0);
    }

    /** Ends the first, which needs the others for what it still does, and then all of those at once. */
    void close() {
        members.getFirst().close();
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            members.forEach(member -> atOnce.execute(member::close));
        }
    }

    private Application started(Member member) {
        Application application = member.start();
        screen.follow(application.output(), prefix(member));
        workingCopy.remember(members.stream()
                .flatMap(one -> one.running().stream())
                .map(Application::handle)
                .toList());
        return application;
    }

    private String prefix(Member member) {
        int width = members.stream()
                .mapToInt(one -> one.part().name().length())
                .max()
                .orElse(0);
        return ("%-" + width + "s | ").formatted(member.part().name());
    }

    private synchronized void oneHasEnded(Member member) {
        if (members.size() > 1) {
            screen.line(member.part().name() + " " + member.state() + ": start it by ./mstv start "
                    + member.part().name());
        }
        notifyAll();
    }

    private Member member(String name) {
        return members.stream()
                .filter(member -> member.part().isCalled(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        Refusal.USAGE,
                        "\"%s\" is no process here, those are %s"
                                .formatted(
                                        name,
                                        members.stream()
                                                .map(member -> member.part().name())
                                                .collect(Collectors.joining(", ")))));
    }
}
