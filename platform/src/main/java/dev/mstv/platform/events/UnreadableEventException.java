package dev.mstv.platform.events;

/** An event is not what its reader needs; trying again does not help until one of the two is changed. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        super(message);
    }
}
