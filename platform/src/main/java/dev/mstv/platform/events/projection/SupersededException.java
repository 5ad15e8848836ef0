package dev.mstv.platform.events.projection;

/** Somebody else makes the read model by now: who was thought to be gone must stop. */
final class SupersededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SupersededException(String projection) {
        super(projection + " is made by another process");
    }
}
