package dev.mstv.platform.push;

/** The log no longer has what comes after a position, or never had that position. */
public final class PushesGoneException extends Exception {

    private static final long serialVersionUID = 1L;

    public PushesGoneException() {
        super("The log begins later", null, false, false);
    }
}
