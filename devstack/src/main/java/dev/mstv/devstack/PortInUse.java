package dev.mstv.devstack;

/** Somebody else already listens where a server was to be started. */
public final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortInUse(int port) {
        super("Port " + port + " is in use");
    }
}
