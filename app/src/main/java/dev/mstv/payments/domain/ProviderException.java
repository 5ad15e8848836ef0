package dev.mstv.payments.domain;

/** The provider did not answer, or not in a way that can be understood: whether it did something is not known. No bug, no trace. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What was wrong.
     *
     * @param message without anything that only the provider may know
     */
    public ProviderException(String message) {
        super(message, null, false, false);
    }
}
