package dev.mstv.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a JVM with the serial collector after a full collection; on Linux.
 *
 * @param resident bytes of the process
 * @param live bytes of objects in its heap
 */
record Footprint(long resident, long live) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final int LIMIT_SECONDS = 60;

    static Footprint of(long pid) throws IOException, InterruptedException {
        // Twice: what was closed meanwhile is let go of by the first.
        String unusedFirst = jcmd(pid, "GC.run");
        String unusedSecond = jcmd(pid, "GC.run");
        long live = GENERATION
                .matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(Footprint::bytes)
                .sum();
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        if (live == 0 || !resident.find()) {
            throw new IllegalStateException("Nothing says how much memory the process " + pid + " has");
        }
        return new Footprint(bytes(resident), live);
    }

    private static long bytes(MatchResult kibibytes) {
        return 1024 * Long.parseLong(kibibytes.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(program, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        // What it says is short enough to wait in the pipe.
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            Process unused = process.destroyForcibly();
            throw new IllegalStateException(command + " of " + pid + " takes too long");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + ": " + said);
        }
        return said;
    }
}
