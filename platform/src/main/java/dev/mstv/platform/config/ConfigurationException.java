package dev.mstv.platform.config;

import java.util.List;

/** The configuration is not usable; the message has one fault per line. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** As in sysexits.h: the user's configuration is at fault, not the program. */
    public static final int EXIT_CODE = 78;

    ConfigurationException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    /** Of one fault, as {@code NAME: what is wrong, what is allowed}. */
    public ConfigurationException(String fault) {
        this(List.of(fault));
    }
}
