package dev.mstv.platform.persistence;

/** Something was changed by another transaction between being read and being stored. The command runs again. */
public final class StaleVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleVersionException() {
        super("Changed by another transaction", null, false, false);
    }
}
