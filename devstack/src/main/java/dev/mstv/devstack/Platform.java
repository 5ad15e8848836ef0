package dev.mstv.devstack;

import java.util.Locale;

/** What this machine is, for programs that are made for one kind of machine. */
final class Platform {

    private Platform() {}

    static boolean isWindows() {
        return systemName().startsWith("windows");
    }

    static boolean isMac() {
        return systemName().startsWith("mac");
    }

    static boolean isArm() {
        return System.getProperty("os.arch").equals("aarch64");
    }

    private static String systemName() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }
}
