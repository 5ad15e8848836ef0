package dev.mstv.acceptance;

/**
 * How a use case ended over some protocol.
 *
 * @param code {@code ok}, or the stable code of the problem
 * @param id of what was made or read; empty if there is none
 */
record Outcome(String code, String id) {

    static final String OK = "ok";

    static Outcome ok(String id) {
        return new Outcome(OK, id);
    }

    static Outcome refused(String code) {
        return new Outcome(code, "");
    }

    /** Whether a retry is answered with what the first attempt has made: {@code same}, or what came instead. */
    Outcome comparedTo(Outcome first) {
        boolean same = code.equals(OK) && !id.isEmpty() && equals(first);
        return same ? new Outcome("same", id) : new Outcome(code + " after " + first, "");
    }
}
