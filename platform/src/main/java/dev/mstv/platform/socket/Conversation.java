package dev.mstv.platform.socket;

/** What is spoken over one socket. Called on the event loop, so it must not block. */
public interface Conversation {

    /** The socket is open. */
    void opened();

    /** A whole message came. */
    void text(String message);

    /** A message of bytes came. */
    void binary();
}
