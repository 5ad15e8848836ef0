package dev.mstv.devstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processes of the operating system, whether they are our children or not. */
public final class Processes {

    private Processes() {}

    /** Whether all of them ended within the limit. */
    public static boolean haveEnded(List<ProcessHandle> processes, Duration limit) {
        return Polling.until(limit, () -> processes.stream().noneMatch(Processes::isRunning));
    }

    /** Sends a signal, by its name without "SIG", to those that still run. Not on Windows. */
    static void signal(String name, List<ProcessHandle> processes) {
        if (processes.isEmpty()) {
            return;
        }
        // The shell's own kill, because a small image has no other; one that ended meanwhile is no failure.
        List<String> words = new ArrayList<>(List.of("sh", "-c", "kill -" + name + " \"$@\" 2>/dev/null; :", "kill"));
        processes.forEach(process -> words.add(Long.toString(process.pid())));
        Command.run(words);
    }

    /** One that ended but that nobody reaped, as in many containers, still counts as alive: but it has no program. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
