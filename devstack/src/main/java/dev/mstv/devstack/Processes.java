package dev.mstv.devstack;

import java.time.Duration;
import java.util.List;

/** Processes of the operating system, whether they are our children or not. */
public final class Processes {

    private Processes() {}

    /** Whether all of them ended within the limit. */
    public static boolean haveEnded(List<ProcessHandle> processes, Duration limit) {
        return Polling.until(limit, () -> processes.stream().noneMatch(Processes::isRunning));
    }

    /** One that ended but that nobody reaped, as in many containers, still counts as alive: but it has no program. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
