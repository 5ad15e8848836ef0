package dev.mstv.devstack.up;

/** Why {@code up} cannot go on, in one line for its user, with the exit code that says the same to a script. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The numbers of sysexits.h. */
    static final int USAGE = 64;

    static final int UNAVAILABLE = 69;
    static final int TRY_LATER = 75;
    static final int CONFIGURATION = 78;

    private final int exitCode;

    Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
