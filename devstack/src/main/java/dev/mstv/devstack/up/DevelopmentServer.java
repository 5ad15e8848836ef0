package dev.mstv.devstack.up;

/** A server that {@code up --full} adds, unless its user names one of his own. */
interface DevelopmentServer {

    /** What its user calls it. */
    String name();

    /** The variable that switches its use in the application on. */
    String enabling();

    /** The variable by which a user names a server of his own. */
    String address();

    /** Starts it, registers its end, and tells what the application needs to know besides the switch. */
    Provision start();

    /** Ends one that a killed run left behind. */
    void endLeftover();

    /** Deletes its data. */
    void drop();
}
